package io.limber.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limber.testkit.SqlProbe.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TestStackComponentTest {

    private static Map<String, String> config = Map.of();

    @BeforeAll
    static void start() {
        var resource = new LimberStackResource();
        resource.init(Map.of("service", "probe"));
        config = resource.start();
    }

    @Test
    void resourceTellsTheServiceWhereEverythingIs() {
        assertThat(config)
                .containsKeys(
                        "limber.db.url",
                        "limber.db.owner.password",
                        "limber.db.app.password",
                        "limber.db.loop.password",
                        "kafka.bootstrap.servers",
                        "quarkus.oidc.public-key")
                .containsEntry("quarkus.http.test-port", "0");
    }

    @Test
    void secondResourceInTheSameJvmFindsTheSameServers() {
        var again = new LimberStackResource();
        again.init(Map.of("service", "probe"));

        assertThat(again.start()).isEqualTo(config);
    }

    @Test
    void probeSeesWhatItsRoleMaySee() {
        // Given
        var owner = SqlProbe.as("probe", Role.OWNER);
        owner.execute("CREATE TABLE IF NOT EXISTS notes (tenant text, body text)");
        owner.execute("ALTER TABLE notes ENABLE ROW LEVEL SECURITY");
        owner.execute("DROP POLICY IF EXISTS own_tenant ON notes");
        owner.execute("CREATE POLICY own_tenant ON notes USING (tenant = current_setting('app.tenant', true))");
        owner.execute("GRANT SELECT ON notes TO limber_probe_app");
        owner.execute("INSERT INTO notes VALUES ('a', 'of a'), ('b', 'of b')");
        var app = SqlProbe.as("probe", Role.APP);

        // Then
        assertThat(app.query("SELECT * FROM notes")).isEmpty();
        assertThat(app.inTenant("a").query("SELECT body FROM notes")).containsExactly(Map.of("body", "of a"));
        assertThat(app.inTenant("b").count("SELECT count(*) FROM notes")).isEqualTo(1);
        assertThatThrownBy(() -> app.execute("DELETE FROM notes")).hasMessageContaining("permission denied");
    }

    @Test
    void restartOfPostgresKeepsTables() {
        SqlProbe.as("probe", Role.OWNER).execute("CREATE TABLE kept (id int)");

        TestStack.restartPostgres();

        assertThat(SqlProbe.as("probe", Role.OWNER).count("SELECT count(*) FROM kept"))
                .isZero();
    }

    @Test
    void readerSeesCommittedRecordsWithHeadersAlsoAfterABrokerRestart() throws Exception {
        // Given
        var topic = "probe.records";
        try (var admin = Admin.create(Map.of("bootstrap.servers", TestStack.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        }
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestStack.bootstrapServers(), "transactional.id", "probe"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "k", "lost")).get();
            producer.abortTransaction();
            producer.beginTransaction();
            var record = new ProducerRecord<>(topic, "k", "{\"n\":1}");
            record.headers().add("ce_id", "42".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            producer.send(record).get();
            producer.commitTransaction();
        }

        // When
        TestStack.stopKafka();
        TestStack.startKafka();

        // Then
        try (var reader = TopicReader.open(topic)) {
            var first = reader.readFirst(record -> "k".equals(record.key()), Duration.ofSeconds(20));
            assertThat(first.json().path("n").asInt()).isEqualTo(1);
            assertThat(first.header("ce_id")).isEqualTo("42");
            assertThat(reader.readAll()).hasSize(1);
        }
    }

    @Test
    void readerFailsWithWhatItSawWhenTheConditionNeverHolds() {
        try (var reader = TopicReader.open("probe.nothing")) {
            assertThat(reader.readAll()).isEmpty();
            assertThatThrownBy(() -> reader.readUntil(records -> !records.isEmpty(), Duration.ofMillis(300)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("Not seen on probe.nothing");
        }
    }
}
