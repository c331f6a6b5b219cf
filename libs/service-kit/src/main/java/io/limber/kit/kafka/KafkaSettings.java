package io.limber.kit.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings for our own Kafka clients: whatever is configured under {@code kafka.*}, and what we insist on. */
@ApplicationScoped
public class KafkaSettings {
    private final Map<String, Object> broker;
    private final String service;

    public KafkaSettings(
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "limber.service") String service) {
        this.broker = Map.copyOf(broker);
        this.service = service;
    }

    public Map<String, Object> admin() {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "limber-" + service + "-admin");
        return settings;
    }

    /** Every record is acknowledged by all in-sync replicas, without repeats within a producer's life. */
    public Map<String, Object> producer(String name) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "limber-" + service + "-" + name);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return settings;
    }

    /** A producer whose transactions fence every earlier producer with the same id. */
    public Map<String, Object> transactionalProducer(String transactionalId) {
        Map<String, Object> settings = producer(transactionalId);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        return settings;
    }

    /** For reading the offsets a transactional producer committed: waits for transactions under way. */
    public Map<String, Object> cursorReader(String group) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "limber-" + service + "-" + group);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return settings;
    }

    /**
     * For a consumer group that commits its offsets itself; from the beginning where it has none. A configured {@code
     * kafka.client.id} tells its members apart.
     */
    public Map<String, Object> groupReader(String group) {
        Map<String, Object> settings = cursorReader(group);
        if (broker.get(CommonClientConfigs.CLIENT_ID_CONFIG) instanceof String own) {
            settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, own + "-" + group);
        }
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Whoever looks at the group can tell replicas apart that are given different ids.
        Object configured = broker.get(CommonClientConfigs.CLIENT_ID_CONFIG);
        if (configured != null) {
            settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, configured + "-" + group);
        }
        return settings;
    }
}
