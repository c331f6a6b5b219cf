package io.limber.journeys;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.limber.contracts.EventTypes;
import io.limber.contracts.Topics;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.TestStack;
import io.limber.testkit.TestTokens;
import io.limber.testkit.TopicReader;
import io.limber.testkit.TopicRecord;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service that dies around publishing loses no event and repeats none. */
@Timeout(240)
class RoutineCrashJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String tenant = "t-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void publishesOnceWhatWasCommittedBeforeTheServiceWasKilled() throws SQLException {
        try (TopicReader schedules = TopicReader.open(Topics.SCHEDULES)) {
            String plan;
            // Given: the relay cannot lead, so the commit is there and the event is not
            try (Connection relay = relayRole();
                    Statement lock = relay.createStatement()) {
                lock.execute("SELECT pg_advisory_lock(hashtextextended('limber.outbox.relay', 0))");
                try (PackagedService routine = PackagedService.start("routine", Map.of())) {
                    plan = activePlan(routine);
                    // When
                    routine.kill();
                }
                assertThat(changes(schedules.readAll(), plan)).isZero();
            }
            // Then
            try (PackagedService again = PackagedService.start("routine", Map.of())) {
                schedules.readUntil(records -> changes(records, plan) > 0, PATIENCE);
                publishAnother(again, schedules);
                assertThat(changes(schedules.readAll(), plan)).isEqualTo(1);
            }
        }
    }

    @Test
    void doesNotRepeatWhatWasPublishedBeforeTheServiceWasKilled() throws SQLException {
        try (TopicReader schedules = TopicReader.open(Topics.SCHEDULES)) {
            String plan;
            // Given: the event is out, and the relay is kept from noting so in its table
            try (PackagedService routine = PackagedService.start("routine", Map.of());
                    Connection relay = relayRole();
                    Statement lock = relay.createStatement()) {
                publishAnother(routine, schedules);
                awaitNoted();
                // A table lock, because a row lock takes a transaction id, behind which the relay would rightly wait.
                relay.setAutoCommit(false);
                lock.execute("LOCK TABLE outbox_cursor IN SHARE MODE");
                plan = activePlan(routine);
                schedules.readUntil(records -> changes(records, plan) > 0, PATIENCE);
                // When
                routine.kill();
                relay.rollback();
            }
            // Then
            try (PackagedService again = PackagedService.start("routine", Map.of())) {
                publishAnother(again, schedules);
                assertThat(changes(schedules.readAll(), plan)).isEqualTo(1);
            }
        }
    }

    /** The relay works in order: once a later event is out, an earlier one cannot follow any more. */
    private void publishAnother(PackagedService routine, TopicReader schedules) {
        String later = activePlan(routine);
        schedules.readUntil(records -> changes(records, later) > 0, PATIENCE);
    }

    /** Until the relay's table says so too: only then does the lock below stop the next event and not this one. */
    private static void awaitNoted() {
        SqlProbe database = SqlProbe.as("routine", SqlProbe.Role.LOOP);
        Awaitility.await().atMost(PATIENCE).until(() -> database.count("SELECT count(*) FROM outbox") == 0);
    }

    private String activePlan(PackagedService routine) {
        awaitCatalogue(routine);
        String person = "person-" + UUID.randomUUID();
        call().body(Map.of("zone", "Europe/Berlin", "locale", "en", "exclusions", List.of()))
                .put(routine.at("/v1/people/" + person))
                .then()
                .statusCode(201);
        String routineId = call().body(Map.of("name", "Bridge", "items", List.of(Map.of("stretchId", "cat-cow"))))
                .post(routine.at("/v1/routines"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return call().body(Map.of(
                        "personId",
                        person,
                        "routineId",
                        routineId,
                        "schedule",
                        Map.of("daysOfWeek", List.of("MONDAY"), "startTimes", List.of("10:00")),
                        "activeFrom",
                        "2026-11-23"))
                .post(routine.at("/v1/plans"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The catalogue arrives over its topic; until then a routine with this stretch is refused. */
    private void awaitCatalogue(PackagedService routine) {
        try (Events events = new Events(TestStack.bootstrapServers())) {
            events.send(Topics.CATALOG, "cat-cow", EventTypes.STRETCH_PUBLISHED, null, Stretches.catCow());
            events.flush();
        }
        Awaitility.await().atMost(PATIENCE).until(() -> {
            Response probe = call().body(Map.of("name", "Probe", "items", List.of(Map.of("stretchId", "cat-cow"))))
                    .post(routine.at("/v1/routines"));
            return probe.statusCode() == 201;
        });
    }

    private io.restassured.specification.RequestSpecification call() {
        return given().auth().oauth2(TestTokens.all(tenant)).contentType(ContentType.JSON);
    }

    private static long changes(List<TopicRecord> records, String plan) {
        return records.stream().filter(record -> plan.equals(record.key())).count();
    }

    private static Connection relayRole() throws SQLException {
        TestStack.createServiceDatabase("routine");
        return DriverManager.getConnection(
                TestStack.jdbcUrl("limber_routine"), "limber_routine_loop", TestStack.PASSWORD);
    }
}
