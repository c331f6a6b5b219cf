package io.limber.routine.plan;

import static io.limber.routine.Stretches.stretch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.limber.routine.CatalogueFeed;
import io.limber.routine.Platform;
import io.limber.routine.RoutineStack;
import io.limber.testkit.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.zone.ZoneRulesProvider;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PreviewComponentTest extends RoutineStack {
    @Inject
    SettableClock clock;

    private final Platform platform = Platform.fresh();
    private final CatalogueFeed catalogue = new CatalogueFeed();
    private String routine = "";

    @BeforeEach
    void fillCatalogue() {
        catalogue.publish(platform.tenant(), stretch("plain"));
        routine = platform.compose("plain");
    }

    @AfterEach
    void close() {
        clock.reset();
        catalogue.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // spring: 02:30 does not exist on 28 March 2027
                "Europe/Berlin | 2027-03-27T00:00:00Z | 02:30 | SHIFT | FIRST | 2027-03-27T02:30:00+01:00 2027-03-28T03:30:00+02:00 2027-03-29T02:30:00+02:00",
                "Europe/Berlin | 2027-03-27T00:00:00Z | 02:30 | SKIP | FIRST | 2027-03-27T02:30:00+01:00 2027-03-29T02:30:00+02:00 2027-03-30T02:30:00+02:00",
                // autumn: 02:30 happens twice on 31 October 2027
                "Europe/Berlin | 2027-10-30T10:00:00Z | 02:30 | SHIFT | FIRST | 2027-10-31T02:30:00+02:00 2027-11-01T02:30:00+01:00 2027-11-02T02:30:00+01:00",
                "Europe/Berlin | 2027-10-30T10:00:00Z | 02:30 | SHIFT | SECOND | 2027-10-31T02:30:00+01:00 2027-11-01T02:30:00+01:00 2027-11-02T02:30:00+01:00",
                // a change of half an hour
                "Australia/Lord_Howe | 2027-10-02T00:00:00Z | 02:15 | SHIFT | FIRST | 2027-10-03T02:45:00+11:00 2027-10-04T02:15:00+11:00 2027-10-05T02:15:00+11:00",
                // a day that begins at one o'clock
                "Africa/Cairo | 2027-04-29T00:00:00Z | 00:30 | SHIFT | FIRST | 2027-04-30T01:30:00+03:00 2027-05-01T00:30:00+03:00 2027-05-02T00:30:00+03:00"
            })
    void followsTheZonesClockChanges(String zone, Instant now, String time, String gap, String fold, String expected) {
        clock.set(now);
        platform.describe("anna", zone).then().statusCode(201);

        String plan = platform.call("""
                        {"personId": "anna", "routineId": "%s", "activeFrom": "2027-01-01",
                         "schedule": {"daysOfWeek": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"],
                                      "startTimes": ["%s"], "gap": "%s", "fold": "%s"}}""".formatted(routine, time, gap, fold))
                .post("/v1/plans")
                .path("id");

        List<String> local = platform.call()
                .get("/v1/plans/{id}/preview?count=3", plan)
                .then()
                .statusCode(200)
                .extract()
                .path("items.local");
        assertThat(local)
                .containsExactly(Arrays.stream(expected.split(" "))
                        .map(at -> at + "[" + zone + "]")
                        .toArray(String[]::new));
    }

    @Test
    void showsInstantWallTimeAndTheRulesUsed() {
        clock.set(Instant.parse("2026-11-23T08:00:00Z"));
        platform.describe("anna", "Europe/Berlin");
        String plan = platform.plan("anna", routine, 201);

        platform.call()
                .get("/v1/plans/{id}/preview", plan)
                .then()
                .body("items", hasSize(10))
                .body("items[0].at", equalTo("2026-11-23T09:00:00Z"))
                .body("items[0].local", equalTo("2026-11-23T10:00:00+01:00[Europe/Berlin]"))
                .body(
                        "tzdb",
                        equalTo(ZoneRulesProvider.getVersions("UTC").lastEntry().getKey()));
    }

    @Test
    void staysWithinThePlansDays() {
        clock.set(Instant.parse("2026-11-23T08:00:00Z"));
        platform.describe("anna", "Pacific/Auckland");
        String plan = platform.call(Platform.plan("anna", routine)
                        .replace("\"2026-01-01\"", "\"2026-11-25\", \"activeUntil\": \"2026-11-26\""))
                .post("/v1/plans")
                .path("id");

        platform.call()
                .get("/v1/plans/{id}/preview", plan)
                .then()
                .body(
                        "items.local",
                        contains(
                                "2026-11-25T10:00:00+13:00[Pacific/Auckland]",
                                "2026-11-26T10:00:00+13:00[Pacific/Auckland]"));
    }

    @Test
    void isEmptyWhileNothingFires() {
        platform.describe("anna", "UTC");
        String plan = platform.plan("anna", routine, 201);

        platform.move(plan, "pause", "\"v1\"");
        platform.call().get("/v1/plans/{id}/preview", plan).then().body("items", empty());

        platform.move(plan, "end", "\"v2\"");
        platform.call().get("/v1/plans/{id}/preview", plan).then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "many"})
    void refusesACountThatIsNotBetweenOneAndAHundred(String count) {
        platform.describe("anna", "UTC");
        String plan = platform.plan("anna", routine, 201);

        platform.call()
                .get("/v1/plans/{id}/preview?count={count}", plan, count)
                .then()
                .statusCode(400);
    }
}
