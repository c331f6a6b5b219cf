package io.limber.routine.schedule;

import static io.limber.routine.Stretches.stretch;
import static org.assertj.core.api.Assertions.assertThat;

import io.limber.routine.CatalogueFeed;
import io.limber.routine.Platform;
import io.limber.routine.RoutineStack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every schedule that cannot be is refused alike by the preview and for a plan: where, and what to change. */
@QuarkusTest
class ScheduleProblemsComponentTest extends RoutineStack {
    private static final String AT_TEN = "\"startTimes\": [\"10:00\"]";
    private static final String MONDAYS = "\"daysOfWeek\": [\"MONDAY\"]";
    private static final String MONDAYS_AT_TEN = MONDAYS + ", " + AT_TEN;

    private final Platform platform = Platform.fresh();
    private final CatalogueFeed catalogue = new CatalogueFeed();

    @AfterEach
    void close() {
        catalogue.close();
    }

    /** What is sent, status, code, pointer, and a word of what to change. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                rule("impossible", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", 422, "schedule-never-fires", "rule", ""),
                rule("count of 0", "FREQ=DAILY;COUNT=0", 422, "schedule-never-fires", "rule", "COUNT"),
                rule("sub-daily", "FREQ=HOURLY;INTERVAL=2", 422, "schedule-unusable", "rule", "every"),
                rule("hours in the rule", "FREQ=DAILY;BYHOUR=9,17", 422, "schedule-unusable", "rule", "startTimes"),
                rule("week numbers", "FREQ=YEARLY;BYWEEKNO=20", 422, "schedule-unusable", "rule", "BYWEEKNO"),
                rule("no rule at all", "every other day", 422, "schedule-unusable", "rule", "FREQ"),
                rule("blank rule", " ", 400, "validation-failed", "rule", "blank"),
                rule(
                        "endless rule",
                        "FREQ=DAILY;BYMONTH=" + "1,".repeat(300) + "1",
                        400,
                        "validation-failed",
                        "rule",
                        ""),
                refused(
                        "thousands of EXDATEs",
                        "\"recurrence\": {\"rule\": \"FREQ=DAILY\", \"exceptDates\": " + days(5000) + "}, " + AT_TEN,
                        400,
                        "validation-failed",
                        "/schedule/recurrence/exceptDates",
                        "366"),
                refused(
                        "all days excepted",
                        "\"recurrence\": {\"rule\": \"FREQ=DAILY;COUNT=3\", \"startsOn\": \"2027-01-01\", \"exceptDates\": "
                                + days(3) + "}, " + AT_TEN,
                        422,
                        "schedule-never-fires",
                        "/schedule/recurrence/rule",
                        ""),
                refused(
                        "days twice",
                        MONDAYS_AT_TEN + ", \"recurrence\": {\"rule\": \"FREQ=DAILY\"}",
                        400,
                        "validation-failed",
                        "/schedule/recurrence",
                        "daysOfWeek"),
                refused("no days", AT_TEN, 400, "validation-failed", "/schedule/daysOfWeek", "recurrence"),
                refused("no times", MONDAYS, 400, "validation-failed", "/schedule/startTimes", "every"),
                every("times twice", AT_TEN + ", ", 50, "09:00", "17:00", 400, "", "startTimes"),
                every("too often", "", 4, "09:00", "17:00", 400, "/minutes", "5"),
                every("too rarely", "", 721, "09:00", "17:00", 400, "/minutes", "720"),
                every("over midnight", "", 50, "22:00", "06:00", 422, "/until", "midnight"),
                hours("no minute", "09:00", "09:00", 422, "", "less than a minute"),
                hours("half a minute", "09:00", "09:00:30", 422, "/until", "whole minute"),
                hours("hours over midnight", "22:00", "06:00", 422, "", "24:00"),
                hours("not a time", "09:00", "25:00", 400, "/until", "24:00"),
                refused(
                        "times outside of all hours",
                        MONDAYS_AT_TEN
                                + ", \"hours\": {\"ranges\": [{\"day\": \"MONDAY\", \"from\": \"11:00\", \"until\": \"12:00\"}],"
                                + " \"outside\": \"SKIP\"}",
                        422,
                        "schedule-never-fires",
                        "/schedule",
                        ""),
                holidays("unknown country", "\"country\": \"XX\"", 422, "schedule-unusable", "/country", ""),
                holidays("country in words", "\"country\": \"Germany\"", 400, "validation-failed", "/country", "DE"),
                holidays(
                        "unknown region",
                        "\"country\": \"DE\", \"region\": \"XX\"",
                        422,
                        "schedule-unusable",
                        "/region",
                        ""),
                holidays(
                        "region without country",
                        "\"region\": \"BY\"",
                        400,
                        "validation-failed",
                        "/country",
                        "missing"),
                holidays(
                        "unknown calendar",
                        "\"calendar\": \"nowhere\"",
                        422,
                        "unknown-reference",
                        "/calendar",
                        "nowhere"),
                holidays("no days named", "\"policy\": \"AFTER\"", 400, "validation-failed", "", "country"),
                holidays("thousands of days", "\"days\": " + days(2000), 400, "validation-failed", "/days", "100"),
                refused(
                        "too much spread",
                        MONDAYS_AT_TEN + ", \"spreadMinutes\": 241",
                        400,
                        "validation-failed",
                        "/schedule/spreadMinutes",
                        "240"),
                refused(
                        "no lateness at all",
                        MONDAYS_AT_TEN + ", \"maxLatenessSeconds\": 0",
                        400,
                        "validation-failed",
                        "/schedule/maxLatenessSeconds",
                        "60"),
                refused(
                        "an unknown word",
                        MONDAYS_AT_TEN + ", \"whenTooLate\": \"LATER\"",
                        400,
                        "invalid-value",
                        "/schedule/whenTooLate",
                        "LATER"),
                refused(
                        "an unknown field",
                        MONDAYS_AT_TEN + ", \"cron\": \"* * * * *\"",
                        400,
                        "unknown-field",
                        "/schedule/cron",
                        "cron"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isRefusedNamingThePlaceAndWhatToChange(
            String name, String schedule, int status, String code, String pointer, String advice) {
        Response preview = platform.previewSchedule("{\"zone\": \"Europe/Berlin\", \"schedule\": " + schedule + "}");

        assertRefused(preview, status, code, pointer, advice);

        catalogue.publish(platform.tenant(), stretch("plain"));
        platform.describe("anna", "Europe/Berlin");
        Response plan = platform.call(Platform.planWith("anna", platform.compose("plain"), schedule))
                .post("/v1/plans");

        assertRefused(plan, status, code, pointer, advice);
    }

    @Test
    void anUnknownZoneIsRefused() {
        for (String zone : List.of("Europe/Belin", "+02:00")) {
            Response answer =
                    platform.previewSchedule("{\"zone\": \"" + zone + "\", \"schedule\": {" + MONDAYS_AT_TEN + "}}");

            assertRefused(answer, 400, "invalid-value", "/zone", "Europe/Berlin");
        }
    }

    private static void assertRefused(Response answer, int status, String code, String pointer, String advice) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("code")).isEqualTo(code);
        assertThat(answer.<List<String>>path("errors.pointer"))
                .as(answer.asString())
                .containsExactly(pointer);
        assertThat(answer.<String>path("errors[0].message"))
                .containsIgnoringCase(advice)
                .isNotBlank();
    }

    private static Arguments refused(
            String name, String fields, int status, String code, String pointer, String advice) {
        return Arguments.of(name, "{" + fields + "}", status, code, pointer, advice);
    }

    private static Arguments rule(String name, String rule, int status, String code, String field, String advice) {
        return refused(
                name,
                "\"recurrence\": {\"rule\": \"" + rule + "\"}, " + AT_TEN,
                status,
                code,
                "/schedule/recurrence/" + field,
                advice);
    }

    private static Arguments every(
            String name, String more, int minutes, String from, String until, int status, String field, String advice) {
        String every =
                "\"every\": {\"minutes\": " + minutes + ", \"from\": \"" + from + "\", \"until\": \"" + until + "\"}";
        return refused(
                name,
                MONDAYS + ", " + more + every,
                status,
                status == 400 ? "validation-failed" : "schedule-unusable",
                "/schedule/every" + field,
                advice);
    }

    private static Arguments hours(String name, String from, String until, int status, String field, String advice) {
        String range = "{\"day\": \"MONDAY\", \"from\": \"" + from + "\", \"until\": \"" + until + "\"}";
        return refused(
                name,
                MONDAYS_AT_TEN + ", \"hours\": {\"ranges\": [" + range + "]}",
                status,
                status == 400 ? "validation-failed" : "schedule-unusable",
                "/schedule/hours/ranges/0" + field,
                advice);
    }

    private static Arguments holidays(
            String name, String fields, int status, String code, String field, String advice) {
        return refused(
                name,
                MONDAYS_AT_TEN + ", \"holidays\": {" + fields + "}",
                status,
                code,
                "/schedule/holidays" + field,
                advice);
    }

    private static String days(int count) {
        return Stream.iterate(LocalDate.of(2027, 1, 1), day -> day.plusDays(1))
                .limit(count)
                .map(day -> "\"" + day + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
