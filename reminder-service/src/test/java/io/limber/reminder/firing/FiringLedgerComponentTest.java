package io.limber.reminder.firing;

import static io.limber.reminder.firing.PlanFixture.DAY;
import static io.limber.reminder.firing.PlanFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.limber.cadence.Cadence;
import io.limber.cadence.Lateness;
import io.limber.contracts.ScheduleChanged;
import io.limber.reminder.Platform;
import io.limber.reminder.ReminderServiceTest;
import io.limber.reminder.firing.FiringStage.Death;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ledger as a tenant reads it, while its reminders are fired by hand and taken in from the topic. */
@ReminderServiceTest
@TestProfile(ByHand.class)
class FiringLedgerComponentTest {
    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final Duration LIMIT = Duration.ofSeconds(15);

    @Inject
    FiringStage stage;

    private final long lateness = PlanFixture.ownLateness();

    @AfterEach
    void end() {
        stage.end();
    }

    @Test
    void balancesOnceEverythingIsOnTheTopic() {
        // Given
        stage.at(TEN.minusSeconds(60));
        List<PlanFixture> plans = stage.putMany(25, lateness);
        stage.put(PlanFixture.daily(stage.tenant, PlanFixture.ownLateness())
                .at("Pacific/Kiritimati", LocalTime.of(0, 0)));
        stage.snooze(plans.getFirst(), UUID.randomUUID(), TEN);

        // When
        fireAt(TEN);
        fireAt(TEN.plus(ONE_DAY));

        // Then: on Kiritimati midnight is ten o'clock, and begins the next day
        assertDay(DAY, 26, 26, 0, 0);
        assertDay(DAY.plusDays(1), 26, 26, 0, 0);
        assertDay(DAY.plusDays(2), 1, 1, 0, 0);
    }

    /** 25 members in chunks of ten: the first, the middle and the last chunk, which finishes the due time. */
    @ParameterizedTest
    @CsvSource({
        "BEFORE_COMMIT, 0", "BEFORE_COMMIT, 1", "BEFORE_COMMIT, 2",
        "AFTER_COMMIT, 0", "AFTER_COMMIT, 1", "AFTER_COMMIT, 2",
        "BEFORE_DATABASE, 2"
    })
    void balancesAfterACrash(Death death, int after) {
        // Given
        stage.at(TEN.minusSeconds(60));
        stage.putMany(25, lateness);
        stage.at(TEN);
        assertThatThrownBy(stage.mortal(10, death, after)::fire).isInstanceOf(FiringStage.Died.class);

        // When
        fireAt(TEN);

        // Then
        assertDay(DAY, 25, 25, 0, 0);
    }

    @ParameterizedTest
    @CsvSource({"BEFORE_COMMIT", "AFTER_COMMIT", "BEFORE_DATABASE"})
    void countsSnoozedRemindersOnceWhateverDies(Death death) {
        // Given
        stage.at(TEN.minusSeconds(60));
        PlanFixture plan = stage.putMany(1, lateness).getFirst();
        for (int i = 0; i < 70; i++) {
            stage.snooze(plan, UUID.randomUUID(), TEN.minusSeconds(i % 7));
        }
        stage.at(TEN);
        assertThatThrownBy(stage.mortal(10, death, 0)::fire).isInstanceOf(FiringStage.Died.class);

        // When
        fireAt(TEN);

        // Then
        assertDay(DAY, 71, 71, 0, 0);
    }

    /**
     * The service dies when ten of 25 are emitted and is away for three days and an hour. Another plan is active on the
     * two days between only, and a third one ends in the middle.
     */
    @ParameterizedTest
    @CsvSource({"DROP, 0, 0", "DELIVER, 25, 0", "NEXT_SLOT, 0, 1"})
    void anOutageIsBookedByEachContract(Lateness.Then then, int delivered, int merged) {
        // Given
        long halfAnHour = 1_800 + lateness % 1_000;
        stage.at(TEN.minusSeconds(60));
        stage.putMany(25, halfAnHour);
        stage.put(PlanFixture.daily(stage.tenant, halfAnHour).active(DAY.plusDays(1), DAY.plusDays(2)));
        PlanFixture ends = PlanFixture.daily(stage.tenant, halfAnHour).active(DAY.plusDays(1), null);
        stage.put(ends);
        stage.sql.execute(
                "UPDATE cadence SET definition = ? WHERE bucket = ?", definition(halfAnHour, then), stage.bucket);
        stage.at(TEN);
        assertThatThrownBy(stage.mortal(10, Death.AFTER_COMMIT, 0)::fire).isInstanceOf(FiringStage.Died.class);
        stage.at(TEN.plus(ONE_DAY).plusSeconds(60));
        stage.put(ends.next(ScheduleChanged.State.ENDED));

        // When
        Instant back = TEN.plus(ONE_DAY.multipliedBy(3)).plusSeconds(3_600);
        BucketFiring owner = stage.owner(10);
        stage.at(back);
        assertThat(owner.chunk()).as("all missed due times in one step").isTrue();

        // Then
        long stillDue = stage.sql.count(
                "SELECT count(*) FROM cadence WHERE bucket = ? AND next_due_at <= ?::text::timestamptz",
                stage.bucket,
                back.toString());
        assertThat(stillDue).isEqualTo(delivered > 0 ? 1 : 0);
        owner.fire();
        assertDay(DAY, 25, 10, 15 * (1 - merged), 15 * merged);
        assertDay(DAY.plusDays(1), 27, 0, 27 * (1 - merged), 27 * merged);
        assertDay(DAY.plusDays(2), 26, 0, 26 * (1 - merged), 26 * merged);
        int last = 25 - delivered;
        assertDay(DAY.plusDays(3), 25, delivered, last * (1 - merged), last * merged);
    }

    @Test
    void aSnoozedReminderThatIsTooLateIsDropped() {
        // Given
        stage.at(TEN.minusSeconds(60));
        PlanFixture plan = stage.putMany(1, lateness).getFirst();
        stage.snooze(plan, UUID.randomUUID(), TEN);
        stage.snooze(plan, UUID.randomUUID(), TEN.plusSeconds(1_801));

        // When
        fireAt(TEN.plusSeconds(1_801 + 1_800));

        // Then: the plan's own one is not too late by its schedule
        assertDay(DAY, 3, 2, 1, 0);
    }

    @Test
    void aReminderThatIsLostOnTheWayIsADifference() {
        // Given
        stage.at(TEN.minusSeconds(60));
        stage.putMany(25, lateness);
        stage.at(TEN);

        // When
        stage.losing(10).fire();

        // Then: one of each of the three chunks is missing
        JsonPath day = dayOnceEmitted(DAY, 22);
        assertThat(day.getLong("items[0].planned")).isEqualTo(25);
        assertThat(day.getLong("items[0].difference")).isEqualTo(3);
    }

    private void fireAt(Instant at) {
        stage.at(at);
        stage.owner(10).fire();
    }

    private void assertDay(LocalDate date, long planned, long emitted, long dropped, long merged) {
        JsonPath day = dayOnceEmitted(date, emitted);
        assertThat(List.of(
                        day.getLong("items[0].planned"),
                        day.getLong("items[0].missed.dropped"),
                        day.getLong("items[0].missed.merged"),
                        day.getLong("items[0].difference")))
                .as("planned, dropped, merged, difference on %s", date)
                .containsExactly(planned, dropped, merged, 0L);
    }

    /** The topic is read by another thread. */
    private JsonPath dayOnceEmitted(LocalDate date, long emitted) {
        Platform platform = new Platform(stage.tenant);
        await().atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(read(platform, date).getLong("items[0].emitted"))
                        .isEqualTo(emitted));
        return read(platform, date);
    }

    private static JsonPath read(Platform platform, LocalDate date) {
        var answer = platform.get("/v1/ledger?from=" + date + "&until=" + date);
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    private static String definition(long maxLateness, Lateness.Then then) {
        Cadence cadence = PlanFixture.daily("t", maxLateness).cadence();
        return new Cadence(
                        cadence.recurrence(),
                        cadence.times(),
                        cadence.clock(),
                        cadence.hours(),
                        cadence.daysOff(),
                        cadence.offset(),
                        new Lateness(Duration.ofSeconds(maxLateness), then))
                .canonical();
    }
}
