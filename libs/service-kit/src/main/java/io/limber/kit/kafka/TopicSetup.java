package io.limber.kit.kafka;

import io.limber.contracts.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Sees to it that the topics and their dead-letter topics exist before a channel opens. What is there already is left as
 * it is. Without a broker the service starts all the same and tries on in the background.
 */
@ApplicationScoped
public class TopicSetup {
    private static final Logger LOG = Logger.getLogger(TopicSetup.class);
    private static final int BEFORE_CHANNELS_OPEN = 1;
    private static final Duration FIRST_TRY = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(3);

    private final KafkaSettings kafka;
    private final boolean wanted;
    private final int partitions;
    private final short replication;
    private final CountDownLatch stopping = new CountDownLatch(1);

    TopicSetup(
            KafkaSettings kafka,
            @ConfigProperty(name = "limber.topics.create") boolean wanted,
            @ConfigProperty(name = "limber.topics.partitions") int partitions,
            @ConfigProperty(name = "limber.topics.replication") short replication) {
        this.kafka = kafka;
        this.wanted = wanted;
        this.partitions = partitions;
        this.replication = replication;
    }

    void onStart(@Observes @Priority(BEFORE_CHANNELS_OPEN) StartupEvent event) {
        if (wanted && !create(FIRST_TRY)) {
            LOG.warn("Kafka does not answer; going on without it until it does");
            Thread.ofVirtual().name("topic-setup").start(this::keepTrying);
        }
    }

    void onStop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void keepTrying() {
        try {
            while (!stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (create(FIRST_TRY)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean create(Duration patience) {
        try (Admin admin = Admin.create(kafka.admin())) {
            for (var creation : admin.createTopics(topics()).values().entrySet()) {
                try {
                    creation.getValue().get(patience.toMillis(), TimeUnit.MILLISECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        LOG.warnf("Topic not created: topic=%s error=%s", creation.getKey(), e.getCause());
                        return false;
                    }
                }
            }
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<NewTopic> topics() {
        List<NewTopic> topics = new ArrayList<>();
        topics.add(topic(Topics.CATALOG, compacted()));
        topics.add(topic(Topics.SCHEDULES, compacted()));
        topics.add(topic(Topics.REMINDERS, kept(Duration.ofDays(7))));
        topics.add(topic(Topics.NOTIFICATIONS, kept(Duration.ofDays(30))));
        for (String topic : Topics.ALL) {
            topics.add(new NewTopic(Topics.deadLetters(topic), 1, replication).configs(kept(Duration.ofDays(30))));
        }
        return topics;
    }

    private NewTopic topic(String name, Map<String, String> config) {
        return new NewTopic(name, partitions, replication).configs(config);
    }

    private static Map<String, String> compacted() {
        return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    private static Map<String, String> kept(Duration time) {
        return Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(time.toMillis()));
    }
}
