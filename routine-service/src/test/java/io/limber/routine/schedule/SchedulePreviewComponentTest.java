package io.limber.routine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.limber.routine.Platform;
import io.limber.routine.RoutineStack;
import io.limber.testkit.SettableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a schedule would do, seen before anybody has a plan with it. */
@QuarkusTest
class SchedulePreviewComponentTest extends RoutineStack {
    @Inject
    SettableClock clock;

    private final Platform platform = Platform.fresh();

    @BeforeEach
    void onAMondayMorning() {
        clock.set(Instant.parse("2026-11-23T06:00:00Z"));
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void theFirstMondayOfEachMonth() {
        assertThat(local("""
                {"recurrence": {"rule": "FREQ=MONTHLY;BYDAY=1MO"}, "startTimes": ["10:00"]}""", 3))
                .containsExactly("2026-12-07T10:00:00+01:00", "2027-01-04T10:00:00+01:00", "2027-02-01T10:00:00+01:00");
    }

    @Test
    void everyOtherWeekCountsFromWhereItStarts() {
        assertThat(local("""
                {"recurrence": {"rule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "startsOn": "2026-11-16",
                                "exceptDates": ["2026-12-14"], "extraDates": ["2026-11-24"]}, "startTimes": ["10:00"]}""", 3))
                .containsExactly("2026-11-24T10:00:00+01:00", "2026-11-30T10:00:00+01:00", "2026-12-28T10:00:00+01:00");
    }

    @Test
    void aCountEndsIt() {
        assertThat(local("""
                {"recurrence": {"rule": "FREQ=DAILY;COUNT=2"}, "startTimes": ["10:00", "15:00"]}""", 10))
                .containsExactly(
                        "2026-11-23T10:00:00+01:00",
                        "2026-11-23T15:00:00+01:00",
                        "2026-11-24T10:00:00+01:00",
                        "2026-11-24T15:00:00+01:00");
    }

    @Test
    void everyFiftyMinutesInsideWorkingHours() {
        assertThat(local("""
                {"daysOfWeek": ["MONDAY"], "every": {"minutes": 50, "from": "11:00", "until": "13:30"},
                 "hours": {"ranges": [{"day": "MONDAY", "from": "09:00", "until": "12:00"},
                                      {"day": "MONDAY", "from": "13:00", "until": "18:00"}], "outside": "SKIP"}}""", 4))
                .containsExactly(
                        "2026-11-23T11:00:00+01:00",
                        "2026-11-23T11:50:00+01:00",
                        "2026-11-23T13:30:00+01:00",
                        "2026-11-30T11:00:00+01:00");
    }

    @Test
    void whatIsOutsideTheHoursWaitsForTheNextOpening() {
        assertThat(local("""
                {"daysOfWeek": ["MONDAY"], "startTimes": ["12:15"],
                 "hours": {"ranges": [{"day": "MONDAY", "from": "13:00", "until": "24:00"}]}}""", 1)).containsExactly("2026-11-23T13:00:00+01:00");
    }

    @Test
    void aPublicHolidayMovesToTheWorkingDayAfter() {
        assertThat(local("""
                {"recurrence": {"rule": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25"}, "startTimes": ["10:00"],
                 "holidays": {"country": "DE", "region": "BY", "policy": "AFTER"}}""", 2)).containsExactly("2026-12-28T10:00:00+01:00", "2027-12-27T10:00:00+01:00");
    }

    @Test
    void theDaysOfACalendarAreOff() {
        platform.calendar("plant", null, "2026-11-30").then().statusCode(201);

        assertThat(local("""
                {"daysOfWeek": ["MONDAY"], "startTimes": ["10:00"],
                 "holidays": {"calendar": "plant", "days": ["2026-12-07"], "policy": "SKIP"}}""", 2)).containsExactly("2026-11-23T10:00:00+01:00", "2026-12-14T10:00:00+01:00");
    }

    @Test
    void withoutACountItShowsTenAndTheSpreadIsLeftOut() {
        platform.previewSchedule("""
                        {"zone": "Europe/Berlin",
                         "schedule": {"daysOfWeek": ["MONDAY"], "startTimes": ["10:00"], "spreadMinutes": 60}}""")
                .then()
                .statusCode(200)
                .body("items", hasSize(10))
                .body("items[0].at", equalTo("2026-11-23T09:00:00Z"));
    }

    private List<String> local(String schedule, int count) {
        List<String> local = platform.previewSchedule("""
                        {"zone": "Europe/Berlin", "activeFrom": "2026-11-23", "count": %d, "schedule": %s}""".formatted(count, schedule))
                .then()
                .statusCode(200)
                .extract()
                .path("items.local");
        return local.stream().map(at -> at.replace("[Europe/Berlin]", "")).toList();
    }
}
