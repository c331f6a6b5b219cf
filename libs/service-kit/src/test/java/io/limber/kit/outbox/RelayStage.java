package io.limber.kit.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.limber.kit.kafka.KafkaSettings;
import io.limber.localstack.KafkaBroker;
import io.limber.localstack.PostgresServer;
import io.limber.localstack.ServicePasswords;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.flywaydb.core.Flyway;

/** A database with an outbox, a broker with the topics, and relays that are driven by hand. */
final class RelayStage implements AutoCloseable {
    private static final String PASSWORD = "relay-test";
    private static final AtomicInteger STAGES = new AtomicInteger();

    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final AgroalDataSource loop;
    private final String service = "relay" + STAGES.incrementAndGet();
    private final String topic = "limber.test." + service;

    RelayStage(PostgresServer postgres, KafkaBroker kafka) throws Exception {
        this.postgres = postgres;
        this.kafka = kafka;
        postgres.createServiceDatabase(service, ServicePasswords.same(PASSWORD));
        Flyway.configure()
                .dataSource(url(), role("owner"), PASSWORD)
                .locations("classpath:db/kit")
                .placeholders(Map.of("app", role("app"), "loop", role("loop")))
                .load()
                .migrate();
        loop = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(8)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(url())
                                .principal(new NamePrincipal(role("loop")))
                                .credential(new SimplePassword(PASSWORD)))));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    /** A connection of the application role, as a request has it. */
    Connection request() throws SQLException {
        Connection connection = DriverManager.getConnection(url(), role("app"), PASSWORD);
        connection.setAutoCommit(false);
        return connection;
    }

    String topic() {
        return topic;
    }

    String service() {
        return service;
    }

    OutboxTable table() {
        return new OutboxTable(loop, new ObjectMapper());
    }

    KafkaSettings settings() {
        return new KafkaSettings(Map.of("bootstrap.servers", kafka.bootstrapServers()), service);
    }

    OutboxRelay relay() {
        return new OutboxRelay(
                table(), new OutboxSignal(), new Config(topic), settings(), new SimpleMeterRegistry(), service);
    }

    /** What a read_committed reader sees, in order, once at least {@code count} records are there. */
    List<String> published(int count) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> reader = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", kafka.bootstrapServers(),
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            reader.assign(List.of(new TopicPartition(topic, 0)));
            reader.seekToBeginning(reader.assignment());
            long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            int quietPolls = 0;
            while (System.nanoTime() < until && quietPolls < 3) {
                var records = reader.poll(Duration.ofMillis(200));
                for (ConsumerRecord<String, String> record : records) {
                    values.add(record.value());
                }
                quietPolls = records.isEmpty() && values.size() >= count ? quietPolls + 1 : 0;
            }
        }
        return values;
    }

    @Override
    public void close() {
        loop.close();
    }

    private String url() {
        return postgres.jdbcUrl("limber_" + service);
    }

    private String role(String name) {
        return "limber_" + service + "_" + name;
    }

    private record Config(String topic) implements OutboxConfig {
        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public Duration poll() {
            return Duration.ofMillis(50);
        }

        @Override
        public int batch() {
            return 50;
        }

        @Override
        public Duration retry() {
            return Duration.ofMillis(200);
        }

        @Override
        public String cursorTopic() {
            return topic;
        }
    }
}
