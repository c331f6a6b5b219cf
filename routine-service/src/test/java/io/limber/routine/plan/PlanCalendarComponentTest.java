package io.limber.routine.plan;

import static io.limber.routine.Stretches.stretch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.limber.cadence.timing.TimingCadence;
import io.limber.contracts.ScheduleChanged;
import io.limber.kit.events.EventJson;
import io.limber.routine.CatalogueFeed;
import io.limber.routine.Platform;
import io.limber.routine.RoutineStack;
import io.limber.testkit.SettableClock;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.SqlProbe.Role;
import io.limber.testkit.TopicRecord;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plans with a whole schedule, and how they follow the calendar that it names. */
@QuarkusTest
class PlanCalendarComponentTest extends RoutineStack {
    private static final String MONDAYS_BUT_FOR_THE_PLANTS_DAYS = """
            {"daysOfWeek": ["MONDAY"], "startTimes": ["10:00"],
             "holidays": {"calendar": "plant", "days": ["2026-12-28"], "policy": "SKIP"}}""";
    private static final String EVERYTHING = """
            {"recurrence": {"rule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "startsOn": "2026-11-02",
                            "exceptDates": ["2026-12-02"], "extraDates": ["2026-12-10"]},
             "every": {"minutes": 50, "from": "09:00", "until": "17:30"}, "gap": "SKIP", "fold": "SECOND",
             "hours": {"ranges": [{"day": "MONDAY", "from": "09:00", "until": "12:00"},
                                  {"day": "THURSDAY", "from": "16:00", "until": "24:00"},
                                  {"day": "WEDNESDAY", "from": "13:00", "until": "18:00"}]},
             "holidays": {"country": "DE", "region": "BY", "calendar": "plant", "policy": "AFTER"},
             "spreadMinutes": 20, "maxLatenessSeconds": 600, "whenTooLate": "NEXT_SLOT"}""";

    @Inject
    SettableClock clock;

    private final Platform platform = Platform.fresh();
    private final CatalogueFeed catalogue = new CatalogueFeed();
    private final ScheduleTopic topic = new ScheduleTopic();
    private String routine = "";

    @BeforeEach
    void fill() {
        clock.set(Instant.parse("2026-11-23T06:00:00Z"));
        catalogue.publish(platform.tenant(), stretch("plain"));
        platform.describe("anna", "Europe/Berlin").then().statusCode(201);
        platform.calendar("plant", null, "2026-12-07").then().statusCode(201);
        routine = platform.compose("plain");
    }

    @AfterEach
    void close() {
        clock.reset();
        topic.close();
        catalogue.close();
    }

    @Test
    void aWholeScheduleIsShownAsItWasGivenWithDefaults() {
        String plan = plan(EVERYTHING);

        platform.readPlan(plan)
                .then()
                .body("schedule.daysOfWeek", nullValue())
                .body("schedule.recurrence.rule", equalTo("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE"))
                .body("schedule.recurrence.extraDates", contains("2026-12-10"))
                .body("schedule.every.until", equalTo("17:30:00"))
                .body("schedule.hours.outside", equalTo("HOLD"))
                .body("schedule.hours.ranges.until", contains("12:00:00", "24:00:00", "18:00:00"))
                .body("schedule.holidays.calendar", equalTo("plant"))
                .body("schedule.holidays.policy", equalTo("AFTER"))
                .body("schedule.spreadMinutes", equalTo(20))
                .body("schedule.whenTooLate", equalTo("NEXT_SLOT"));
    }

    @Test
    void whatIsPreviewedIsWhatTheEventSays() throws Exception {
        platform.calendar("plant", "\"v1\"", "2026-11-30").then().statusCode(200);
        String plan = plan(EVERYTHING);

        List<String> previewed = platform.call()
                .get("/v1/plans/{id}/preview?count=100", plan)
                .then()
                .statusCode(200)
                .extract()
                .path("items.at");

        TopicRecord record = topic.of(plan, 1).getFirst();
        ScheduleChanged event = EventJson.MAPPER.treeToValue(record.json(), ScheduleChanged.class);
        TimingCadence.Planned planned =
                TimingCadence.of(event.timing(), event.planId(), event.activeFrom(), event.activeUntil());
        assertThat(planned.cadence().preview(clock.instant(), 100, planned.active()))
                .extracting(Instant::toString)
                .containsExactlyElementsOf(previewed);
        assertThat(record.json().at("/timing/holidays/calendar").isMissingNode())
                .isTrue();
    }

    @Test
    void aChangedCalendarIsPublishedForItsPlansThatHaveNotEnded() {
        String active = plan(MONDAYS_BUT_FOR_THE_PLANTS_DAYS);
        String paused = plan(MONDAYS_BUT_FOR_THE_PLANTS_DAYS);
        String ended = plan(MONDAYS_BUT_FOR_THE_PLANTS_DAYS);
        String other = platform.plan("anna", routine, 201);
        platform.move(paused, "pause", "\"v1\"");
        platform.move(ended, "end", "\"v1\"");

        platform.calendar("plant", "\"v1\"", "2026-11-30").then().statusCode(200);

        platform.readPlan(active).then().header("ETag", "\"v2\"");
        platform.readPlan(paused).then().header("ETag", "\"v3\"").body("state", equalTo("PAUSED"));
        platform.readPlan(ended).then().header("ETag", "\"v2\"");
        platform.readPlan(other).then().header("ETag", "\"v1\"");
        assertThat(daysOff(topic.of(active, 2).getFirst())).containsExactly("2026-12-07", "2026-12-28");
        assertThat(daysOff(topic.of(active, 2).getLast())).containsExactly("2026-11-30", "2026-12-28");
        assertThat(daysOff(topic.of(paused, 3).getLast())).containsExactly("2026-11-30", "2026-12-28");
        platform.call()
                .get("/v1/plans/{id}/preview?count=2", active)
                .then()
                .body("items.at", contains("2026-11-23T09:00:00Z", "2026-12-07T09:00:00Z"));
    }

    @Test
    void anotherNameOfACalendarConcernsNoPlan() {
        String plan = plan(MONDAYS_BUT_FOR_THE_PLANTS_DAYS);

        platform.call("{\"name\": \"Another\", \"days\": [\"2026-12-07\"]}")
                .header("If-Match", "\"v1\"")
                .put("/v1/calendars/plant")
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"");

        platform.readPlan(plan).then().header("ETag", "\"v1\"");
    }

    @Test
    void aMovedPersonsPlanKeepsTheCalendarsDays() {
        String plan = plan(MONDAYS_BUT_FOR_THE_PLANTS_DAYS);

        platform.redescribe("anna", "\"v1\"", "Asia/Tokyo").then().statusCode(200);

        assertThat(daysOff(topic.of(plan, 2).getLast())).containsExactly("2026-12-07", "2026-12-28");
    }

    @Test
    void daysThatWouldSilenceAnActivePlanAreRefusedNamingIt() {
        String plan = plan("""
                {"recurrence": {"rule": "FREQ=DAILY;COUNT=1", "startsOn": "2026-12-14"}, "startTimes": ["10:00"],
                 "holidays": {"calendar": "plant", "policy": "SKIP"}}""");

        platform.calendar("plant", "\"v1\"", "2026-12-14")
                .then()
                .statusCode(409)
                .body("code", equalTo("calendar-clashes"))
                .body("plans", contains(plan));
        platform.call().get("/v1/calendars/plant").then().body("days", contains("2026-12-07"));

        platform.move(plan, "pause", "\"v1\"").then().statusCode(200);

        platform.calendar("plant", "\"v1\"", "2026-12-14").then().statusCode(200);
        platform.move(plan, "resume", "\"v3\"").then().statusCode(422).body("code", equalTo("schedule-never-fires"));
        platform.readPlan(plan).then().body("state", equalTo("PAUSED"));
    }

    @Test
    void aCalendarInUseIsNotRemoved() {
        String plan = plan(MONDAYS_BUT_FOR_THE_PLANTS_DAYS);

        platform.call()
                .header("If-Match", "\"v1\"")
                .delete("/v1/calendars/plant")
                .then()
                .statusCode(409)
                .body("code", equalTo("calendar-in-use"))
                .body("plans", contains(plan));
        platform.move(plan, "end", "\"v1\"");

        platform.call()
                .header("If-Match", "\"v1\"")
                .delete("/v1/calendars/plant")
                .then()
                .statusCode(204);
        platform.readPlan(plan).then().body("schedule.holidays.calendar", equalTo("plant"));
    }

    @Test
    void aPlanThatAnOlderReleaseStoredGoesOn() {
        String plan = platform.plan("anna", routine, 201);
        SqlProbe.as("routine", Role.APP).inTenant(platform.tenant()).execute("""
                UPDATE plan SET schedule = '{"daysOfWeek": ["MONDAY"], "startTimes": ["10:00:00"], "gap": "SHIFT",
                                             "fold": "FIRST", "maxLatenessSeconds": 900}'""");

        platform.readPlan(plan)
                .then()
                .statusCode(200)
                .body("schedule.maxLatenessSeconds", equalTo(900))
                .body("schedule.whenTooLate", equalTo("DROP"))
                .body("schedule.holidays", nullValue());
        platform.call()
                .get("/v1/plans/{id}/preview?count=1", plan)
                .then()
                .body("items.at", contains("2026-11-23T09:00:00Z"));
        platform.move(plan, "pause", "\"v1\"").then().statusCode(200);
        assertThat(topic.of(plan, 2)
                        .getLast()
                        .json()
                        .at("/timing/maxLatenessSeconds")
                        .asInt())
                .isEqualTo(900);
    }

    private String plan(String schedule) {
        return platform.call(Platform.planWith("anna", routine, schedule))
                .post("/v1/plans")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<String> daysOff(TopicRecord record) {
        List<String> days = new ArrayList<>();
        record.json().at("/timing/holidays/days").forEach(day -> days.add(day.asText()));
        return days;
    }
}
