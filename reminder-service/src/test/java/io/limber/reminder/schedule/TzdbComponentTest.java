package io.limber.reminder.schedule;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.limber.contracts.EventHeaders;
import io.limber.contracts.Topics;
import io.limber.kit.time.Tzdb;
import io.limber.reminder.ReminderServiceTest;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.TestStack;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the service says about time-zone rules, its own and those of who sends schedules. */
@ReminderServiceTest
class TzdbComponentTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String CHECK = "checks.find { it.name == 'time-zone-rules' }.";

    private final SqlProbe sql = SqlProbe.as("reminder", SqlProbe.Role.OWNER);

    @AfterEach
    void end() {
        sql.execute("DELETE FROM tzdb_elsewhere");
    }

    @Test
    void warnsWhileASenderOfSchedulesComputesWithOtherRules() throws Exception {
        // Given
        Instant now = Instant.parse("2026-11-23T10:00:00Z");
        health().body(CHECK + "data.version", equalTo(Tzdb.version())).body(CHECK + "data.warning", nullValue());
        get("/q/metrics").then().body(containsString("limber_tzdb{version=\"" + Tzdb.version() + "\"} 1.0"));

        // When another version comes, and an older event with a third one
        send("1999z", now);
        awaitSaid("1999z");
        send("1998a", now.minusSeconds(60));
        send("1999z", now.plusSeconds(60));

        // Then it warns, and is up
        health().body("status", equalTo("UP"))
                .body(CHECK + "status", equalTo("UP"))
                .body(CHECK + "data['/limber/routine']", equalTo("1999z"))
                .body(CHECK + "data.warning", notNullValue());
        get("/q/metrics").then().body(containsString("limber_tzdb_differing 1.0"));

        // When the sender has the same rules again
        send(Tzdb.version(), now.plusSeconds(120));
        awaitSaid(Tzdb.version());

        // Then
        health().body(CHECK + "data.warning", nullValue());
        get("/q/metrics").then().body(containsString("limber_tzdb_differing 0.0"));
    }

    @Test
    void whatIsNoVersionIsNotNoted() throws Exception {
        // When
        send("<script>", Instant.parse("2030-01-01T00:00:00Z"));
        send("1999y", Instant.parse("2030-01-01T00:00:01Z"));
        awaitSaid("1999y");

        // Then
        assertThat(sql.count("SELECT count(*) FROM tzdb_elsewhere")).isEqualTo(1);
    }

    private static ValidatableResponse health() {
        return get("/q/health").then().statusCode(200);
    }

    private void awaitSaid(String version) {
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(
                        () -> assertThat(sql.count("SELECT count(*) FROM tzdb_elsewhere WHERE version = ?", version))
                                .isEqualTo(1));
    }

    /** The tombstone of a plan nobody knows. */
    private static void send(String version, Instant time) throws Exception {
        var record = new ProducerRecord<String, byte[]>(
                Topics.SCHEDULES, 0, UUID.randomUUID().toString(), null);
        Map.of(EventHeaders.SOURCE, "/limber/routine", EventHeaders.TIME, time.toString(), EventHeaders.TZDB, version)
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestStack.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var unused = producer.send(record).get(10, TimeUnit.SECONDS);
        }
    }
}
