package io.limber.reminder.schedule;

import io.limber.contracts.Topics;
import io.limber.kit.kafka.KafkaSettings;
import io.limber.reminder.bucket.BucketRebalance;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Opens consumers of {@code limber.schedules}, the group that decides who owns which bucket. */
@ApplicationScoped
class ScheduleTopic {
    private static final String GROUP = "limber-reminder-schedules";
    private static final int HEARTBEATS = 10;
    // What is fetched ahead must not fill the heap, however much waits on the topic.
    private static final int FETCH_BYTES = 8 << 20;
    private static final int PARTITION_FETCH_BYTES = 512 << 10;

    private final KafkaSettings kafka;
    private final BucketRebalance rebalance;
    private final ScheduleConfig config;
    private final MeterRegistry metrics;

    ScheduleTopic(KafkaSettings kafka, BucketRebalance rebalance, ScheduleConfig config, MeterRegistry metrics) {
        this.kafka = kafka;
        this.rebalance = rebalance;
        this.config = config;
        this.metrics = metrics;
    }

    /** Takes part in the group from its first poll until it is closed. */
    KafkaConsumer<String, byte[]> open() {
        Map<String, Object> settings = kafka.groupReader(GROUP);
        Duration session = config.sessionTimeout();
        settings.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                List.of(CooperativeStickyAssignor.class.getName()));
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, Math.toIntExact(session.toMillis()));
        settings.put(
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                Math.toIntExact(session.dividedBy(HEARTBEATS).toMillis()));
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batch());
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_FETCH_BYTES);
        MeteredConsumer consumer = new MeteredConsumer(settings, metrics);
        consumer.subscribe(List.of(Topics.SCHEDULES), rebalance);
        return consumer;
    }

    /** Shows its own numbers, lag among them, as long as it is open. */
    private static final class MeteredConsumer extends KafkaConsumer<String, byte[]> {
        private final KafkaClientMetrics shown;

        MeteredConsumer(Map<String, Object> settings, MeterRegistry metrics) {
            super(settings, new StringDeserializer(), new ByteArrayDeserializer());
            shown = new KafkaClientMetrics(this);
            shown.bindTo(metrics);
        }

        @Override
        public void close() {
            shown.close();
            super.close();
        }
    }
}
