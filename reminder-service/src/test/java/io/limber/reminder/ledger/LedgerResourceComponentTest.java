package io.limber.reminder.ledger;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.limber.contracts.ReminderDue;
import io.limber.reminder.DueTopic;
import io.limber.reminder.Platform;
import io.limber.reminder.ReminderServiceTest;
import io.limber.reminder.ledger.Ledger.Planned;
import io.limber.testkit.SettableClock;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReminderServiceTest
class LedgerResourceComponentTest {
    private static final LocalDate DAY = LocalDate.of(2031, 5, 20);

    @Inject
    Ledger ledger;

    @Inject
    LedgerBalance balance;

    @Inject
    SettableClock clock;

    @Inject
    @DataSource("loop")
    AgroalDataSource loop;

    final Platform platform = Platform.fresh();

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void setsWhatWasPlannedAgainstWhatWasSeen() throws Exception {
        try (DueTopic topic = new DueTopic()) {
            // Given: of seven planned, two are too late, and four of the others are on the topic
            book(new Planned(platform.tenant(), DAY, 3, 5, 1, 0), new Planned(platform.tenant(), DAY, 4, 2, 0, 1));
            for (int minute = 0; minute < 4; minute++) {
                topic.bring(
                        platform,
                        DueTopic.due("p", Instant.parse("2031-05-20T09:00:00Z").plusSeconds(60 * minute)));
            }

            // Then
            platform.get("/v1/ledger?from=2031-05-19&until=2031-05-21")
                    .then()
                    .statusCode(200)
                    .body("items.day", contains("2031-05-20"))
                    .body("items[0].planned", equalTo(7))
                    .body("items[0].emitted", equalTo(4))
                    .body("items[0].missed.dropped", equalTo(1))
                    .body("items[0].missed.merged", equalTo(1))
                    .body("items[0].difference", equalTo(1))
                    .body("next", equalTo(null));
        }
    }

    @Test
    void aRecordThatComesAgainIsBookedOnce() {
        try (DueTopic topic = new DueTopic()) {
            // Given
            ReminderDue due = topic.bring(platform, DueTopic.due("p", Instant.parse("2031-05-22T09:00:00Z")));

            // When
            topic.put(platform, due);
            topic.bring(platform, DueTopic.due(due.planId(), "p", Instant.parse("2031-05-22T10:00:00Z")));

            // Then
            platform.get("/v1/ledger?from=2031-05-22&until=2031-05-22").then().body("items[0].emitted", equalTo(2));
        }
    }

    /** The fixture's zone is Berlin. */
    @Test
    void theDayIsTheOneInThePlansZone() {
        try (DueTopic topic = new DueTopic()) {
            topic.bring(platform, DueTopic.due("p", Instant.parse("2031-05-23T22:30:00Z")));

            platform.get("/v1/ledger?from=2031-05-20&until=2031-05-30")
                    .then()
                    .body("items.day", contains("2031-05-24"));
        }
    }

    @Test
    void theMetricAddsUpWhatEitherSideLacks() throws Exception {
        // Given: one tenant lacks three, another has one too many; older days do not matter
        clock.set(Instant.parse("2044-02-10T12:00:00Z"));
        assertThat(balance.sample()).isZero();
        LocalDate day = LocalDate.of(2044, 2, 9);
        book(
                new Planned(platform.tenant(), day, 0, 5, 1, 1),
                new Planned(Platform.fresh().tenant(), LocalDate.of(2044, 1, 1), 0, 9, 0, 0));
        try (DueTopic topic = new DueTopic()) {
            topic.bring(Platform.fresh(), DueTopic.due("p", Instant.parse("2044-02-09T09:00:00Z")));
        }

        // When
        long difference = balance.sample();

        // Then
        assertThat(difference).isEqualTo(4);
        get("/q/metrics").then().body(containsString("limber_ledger_difference 4.0"));
    }

    @Test
    void forgetsOldDays() throws Exception {
        // Given
        clock.set(Instant.parse("1990-01-01T00:00:00Z"));
        book(new Planned(platform.tenant(), LocalDate.of(1988, 11, 25), 0, 1, 0, 0));
        book(new Planned(platform.tenant(), LocalDate.of(1988, 11, 27), 0, 1, 0, 0));

        // When
        balance.sweep();

        // Then
        platform.get("/v1/ledger?from=1988-11-01&until=1988-12-31").then().body("items.day", contains("1988-11-27"));
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday, from, must be a date",
        "until=2026-02-30, until, must be a date",
        "until=+12026-01-01, until, must be a date",
        "from=2026-02-02&until=2026-02-01, until, must not be before",
        "from=2020-01-01&until=2026-02-01, from, must be at most 400 days"
    })
    void aRangeThatIsNoneIsRefused(String query, String pointer, String message) {
        platform.get("/v1/ledger?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("validation-failed"))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].message", containsString(message));
    }

    @Test
    void withoutARangeTheLastThirtyDaysAreShown() throws Exception {
        // Given
        clock.set(Instant.parse("2034-06-30T12:00:00Z"));
        book(new Planned(platform.tenant(), LocalDate.of(2034, 5, 31), 0, 1, 0, 0));
        book(new Planned(platform.tenant(), LocalDate.of(2034, 6, 1), 0, 1, 0, 0));
        book(new Planned(platform.tenant(), LocalDate.of(2034, 7, 1), 0, 1, 0, 0));

        // Then
        platform.get("/v1/ledger").then().body("items.day", contains("2034-06-01", "2034-07-01"));
        Platform.fresh().get("/v1/ledger").then().body("items", empty());
    }

    private void book(Planned... entries) throws SQLException {
        try (Connection connection = loop.getConnection()) {
            ledger.planned(connection, List.of(entries));
        }
    }
}
