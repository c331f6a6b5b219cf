package io.limber.reminder.firing;

import static io.limber.reminder.firing.FiringStage.expected;
import static io.limber.reminder.firing.PlanFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limber.contracts.EventTypes;
import io.limber.contracts.ReminderDue;
import io.limber.contracts.ScheduleChanged;
import io.limber.kit.events.EventJson;
import io.limber.reminder.ReminderServiceTest;
import io.limber.reminder.bucket.LostLease;
import io.limber.testkit.TopicRecord;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ReminderServiceTest
@TestProfile(ByHand.class)
class BucketFiringComponentTest {
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    FiringStage stage;

    private final long lateness = PlanFixture.ownLateness();

    @AfterEach
    void end() {
        stage.end();
    }

    @Test
    void emitsEachDueReminderOnce() {
        stage.at(TEN.minusSeconds(60));
        List<PlanFixture> plans = stage.putMany(25, lateness);
        BucketFiring owner = stage.owner(10);
        stage.at(TEN.minusMillis(1));
        owner.fire();
        assertThat(stage.emitted()).as("before it is due").isEmpty();
        stage.at(TEN);
        owner.fire();
        owner.fire();
        assertThat(stage.emittedIds()).containsExactlyInAnyOrderElementsOf(expected(plans, TEN));
        stage.at(TEN.plus(DAY));
        owner.fire();
        assertThat(stage.emittedIds()).containsExactlyInAnyOrderElementsOf(expected(plans, TEN, TEN.plus(DAY)));
    }

    @Test
    void writesTheContract() throws Exception {
        stage.at(TEN.minusSeconds(60));
        PlanFixture plan = PlanFixture.daily(stage.tenant, lateness);
        stage.put(plan);
        stage.at(TEN);
        stage.owner(10).fire();
        TopicRecord record = stage.emitted().get(0);
        assertThat(record.partition()).isEqualTo(stage.bucket);
        assertThat(record.key()).isEqualTo(plan.id());
        assertThat(record.headers())
                .containsEntry("ce_type", EventTypes.REMINDER_DUE)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/limber/reminder")
                .containsEntry("ce_subject", plan.id())
                .containsEntry("ce_time", TEN.toString())
                .containsEntry("content-type", "application/json");
        ReminderDue due =
                EventJson.read(String.valueOf(record.value()).getBytes(StandardCharsets.UTF_8), ReminderDue.class);
        assertThat(due)
                .isEqualTo(new ReminderDue(
                        ReminderIds.of(plan.id(), TEN).toString(),
                        plan.id(),
                        "person-" + plan.id(),
                        ReminderDue.Kind.PLANNED,
                        TEN,
                        "UTC",
                        null,
                        plan.event().routine()));
    }

    /** 25 members in chunks of ten: the first, the middle and the last chunk, which finishes the due time. */
    @ParameterizedTest
    @CsvSource({
        "BEFORE_COMMIT, 0", "BEFORE_COMMIT, 1", "BEFORE_COMMIT, 2",
        "AFTER_COMMIT, 0", "AFTER_COMMIT, 1", "AFTER_COMMIT, 2",
        "BEFORE_DATABASE, 2"
    })
    void aNewOwnerGoesOnBehindTheCursor(FiringStage.Death death, int after) {
        stage.at(TEN.minusSeconds(60));
        List<PlanFixture> plans = stage.putMany(25, lateness);
        BucketFiring killed = stage.mortal(10, death, after);
        stage.at(TEN);
        assertThatThrownBy(killed::fire).isInstanceOf(FiringStage.Died.class);

        stage.owner(10).fire();

        assertThat(stage.emittedIds()).containsExactlyInAnyOrderElementsOf(expected(plans, TEN));
    }

    @ParameterizedTest
    @CsvSource({"BEFORE_COMMIT, 0", "AFTER_COMMIT, 1", "BEFORE_DATABASE, 2"})
    void theSameOwnerGoesOnAfterAFailure(FiringStage.Death death, int after) {
        stage.at(TEN.minusSeconds(60));
        List<PlanFixture> plans = stage.putMany(25, lateness);
        BucketFiring failed = stage.mortal(10, death, after);
        stage.at(TEN);
        assertThatThrownBy(failed::fire).isInstanceOf(FiringStage.Died.class);

        stage.again(10).fire();

        assertThat(stage.emittedIds()).containsExactlyInAnyOrderElementsOf(expected(plans, TEN));
    }

    @ParameterizedTest
    @CsvSource({"BEFORE_COMMIT", "AFTER_COMMIT", "BEFORE_DATABASE"})
    void aNewOwnerEmitsNoSnoozedReminderAgain(FiringStage.Death death) {
        stage.at(TEN.minusSeconds(60));
        List<PlanFixture> plans = stage.putMany(25, lateness);
        List<String> ids = new ArrayList<>(expected(plans, TEN));
        for (int i = 0; i < 70; i++) {
            UUID id = UUID.randomUUID();
            ids.add(id.toString());
            stage.snooze(plans.get(0), id, TEN.minusSeconds(i % 7));
        }
        stage.at(TEN);
        assertThatThrownBy(() -> stage.mortal(10, death, 1).fire()).isInstanceOf(FiringStage.Died.class);

        stage.owner(10).fire();

        assertThat(stage.emittedIds()).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(stage.sql.count("SELECT count(*) FROM one_off WHERE tenant = ?", stage.tenant))
                .isZero();
    }

    @Test
    void aSnoozedReminderBetweenTwoChunksKeepsWhatIsUnderWay() {
        stage.at(TEN.minusSeconds(60));
        List<PlanFixture> plans = stage.putMany(25, lateness);
        BucketFiring first = stage.mortal(10, FiringStage.Death.AFTER_COMMIT, 1);
        stage.at(TEN);
        assertThat(first.chunk()).isTrue();
        UUID snoozed = UUID.randomUUID();
        stage.snooze(plans.get(0), snoozed, TEN);
        assertThatThrownBy(first::chunk).isInstanceOf(FiringStage.Died.class);

        stage.owner(10).fire();

        List<String> ids = new ArrayList<>(expected(plans, TEN));
        ids.add(snoozed.toString());
        assertThat(stage.emittedIds()).containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void aZombieIsFencedAndStops() {
        stage.at(TEN.minusSeconds(60));
        List<PlanFixture> plans = stage.putMany(25, lateness);
        BucketFiring zombie = stage.owner(10);
        stage.at(TEN);
        assertThat(zombie.chunk()).isTrue();
        BucketFiring owner = stage.owner(10);
        assertThat(owner.chunk()).isTrue();

        assertThatThrownBy(zombie::chunk).isInstanceOf(LostLease.class);
        assertThatThrownBy(zombie::chunk).isInstanceOf(LostLease.class);
        assertThatThrownBy(owner::chunk).as("the zombie came back and fenced").isInstanceOf(Exception.class);
        owner.fire();

        assertThat(stage.emittedIds()).containsExactlyInAnyOrderElementsOf(expected(plans, TEN));
    }

    @Test
    void cadencesDueTogetherTakeTurns() {
        stage.at(TEN.minusSeconds(60));
        List<PlanFixture> large = stage.putMany(40, lateness);
        List<PlanFixture> small = stage.putMany(3, PlanFixture.ownLateness());
        BucketFiring owner = stage.owner(10);
        stage.at(TEN);
        assertThat(owner.chunk()).isTrue();
        assertThat(stage.emittedIds()).containsAll(expected(small, TEN));
        owner.fire();
        List<PlanFixture> all = new ArrayList<>(large);
        all.addAll(small);
        assertThat(stage.emittedIds()).containsExactlyInAnyOrderElementsOf(expected(all, TEN));
    }

    /** More cadences than the cursor can name at once, dying in the middle. */
    @Test
    void manyCadencesSurviveACrash() {
        stage.at(TEN.minusSeconds(60));
        List<PlanFixture> plans = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            long own = PlanFixture.ownLateness();
            plans.add(PlanFixture.daily(stage.tenant, own));
            plans.add(PlanFixture.daily(stage.tenant, own));
            plans.add(PlanFixture.daily(stage.tenant, own));
        }
        stage.put(plans.toArray(PlanFixture[]::new));
        stage.at(TEN);
        assertThatThrownBy(() ->
                        stage.mortal(48, FiringStage.Death.AFTER_COMMIT, 1).fire())
                .isInstanceOf(FiringStage.Died.class);
        assertThatThrownBy(() ->
                        stage.mortal(48, FiringStage.Death.BEFORE_DATABASE, 1).fire())
                .isInstanceOf(FiringStage.Died.class);
        stage.owner(48).fire();
        assertThat(stage.emittedIds()).containsExactlyInAnyOrderElementsOf(expected(plans, TEN));
    }

    @Test
    void aChangeDuringItsOwnFiringNeitherLosesNorRepeats() {
        stage.at(TEN.minusSeconds(60));
        List<PlanFixture> plans = new ArrayList<>(stage.putMany(25, lateness));
        plans.sort(java.util.Comparator.comparing(PlanFixture::id));
        long other = PlanFixture.ownLateness();
        stage.putMany(1, other);
        BucketFiring owner = stage.owner(10);
        stage.at(TEN);
        assertThat(owner.chunk()).isTrue();
        stage.at(TEN.plusMillis(20));
        // Some are emitted already, others are still to come.
        stage.put(
                plans.get(0).changed(lateness, "second"),
                plans.get(1).changed(other, "second"),
                plans.get(2).next(ScheduleChanged.State.PAUSED),
                plans.get(22).changed(lateness, "second"),
                plans.get(23).changed(other, "second"),
                plans.get(24).next(ScheduleChanged.State.ENDED));
        owner.fire();
        List<TopicRecord> first = only(plans);
        assertThat(ids(first)).containsExactlyInAnyOrderElementsOf(expected(plans, TEN));
        assertThat(first)
                .allSatisfy(record ->
                        assertThat(record.json().at("/routine/name").asText()).isEqualTo("first"));
        stage.at(TEN.plus(DAY));
        owner.fire();
        List<PlanFixture> active = new ArrayList<>(plans);
        active.removeAll(List.of(plans.get(2), plans.get(24)));
        List<String> both = new ArrayList<>(expected(plans, TEN));
        both.addAll(expected(active, TEN.plus(DAY)));
        assertThat(ids(only(plans))).containsExactlyInAnyOrderElementsOf(both);
        assertThat(only(plans).stream()
                        .filter(record ->
                                record.json().at("/routine/name").asText().equals("second"))
                        .map(TopicRecord::key))
                .containsExactlyInAnyOrder(
                        plans.get(0).id(),
                        plans.get(1).id(),
                        plans.get(22).id(),
                        plans.get(23).id());
    }

    @Test
    void aChangeJustBeforeTheDueTimeTakesOver() {
        stage.at(TEN.minusSeconds(60));
        PlanFixture plan = PlanFixture.daily(stage.tenant, lateness);
        stage.put(plan);
        stage.at(TEN.minusMillis(1));
        stage.put(plan.changed(PlanFixture.ownLateness(), "second"));
        stage.at(TEN);
        stage.owner(10).fire();
        assertThat(stage.emitted())
                .singleElement()
                .satisfies(record ->
                        assertThat(record.json().at("/routine/name").asText()).isEqualTo("second"));
    }

    @Test
    void pausesResumesAndEnds() {
        stage.at(TEN.minusSeconds(60));
        PlanFixture plan = PlanFixture.daily(stage.tenant, lateness);
        PlanFixture paused = plan.next(ScheduleChanged.State.PAUSED);
        PlanFixture resumed = paused.next(ScheduleChanged.State.ACTIVE);
        PlanFixture ended = resumed.next(ScheduleChanged.State.ENDED);
        BucketFiring owner = stage.owner(10);
        stage.put(plan);
        fireAt(owner, TEN);
        stage.put(paused);
        fireAt(owner, TEN.plus(DAY));
        stage.put(resumed);
        fireAt(owner, TEN.plus(DAY.multipliedBy(2)));
        UUID snoozed = UUID.randomUUID();
        stage.snooze(plan, snoozed, TEN.plus(DAY.multipliedBy(3)));
        stage.put(ended);
        fireAt(owner, TEN.plus(DAY.multipliedBy(3)));
        stage.remove(ended);
        fireAt(owner, TEN.plus(DAY.multipliedBy(4)));
        assertThat(stage.emittedIds())
                .containsExactlyElementsOf(expected(List.of(plan), TEN, TEN.plus(DAY.multipliedBy(2))));
    }

    @Test
    void neverFiresThePast() {
        stage.at(TEN.plusSeconds(5));
        PlanFixture plan = PlanFixture.daily(stage.tenant, lateness);
        stage.put(plan);
        BucketFiring owner = stage.owner(10);
        owner.fire();
        assertThat(stage.emitted()).isEmpty();
        fireAt(owner, TEN.plus(DAY));
        assertThat(stage.emittedIds()).isEqualTo(expected(List.of(plan), TEN.plus(DAY)));
    }

    @Test
    void firesFromTheFirstToTheLastDayOfThePlan() {
        stage.at(TEN.minusSeconds(60));
        PlanFixture plan = PlanFixture.daily(stage.tenant, lateness)
                .active(PlanFixture.DAY.plusDays(1), PlanFixture.DAY.plusDays(2));
        stage.put(plan);
        BucketFiring owner = stage.owner(10);
        for (int day = 0; day < 5; day++) {
            fireAt(owner, TEN.plus(DAY.multipliedBy(day)));
        }
        assertThat(stage.emittedIds()).isEqualTo(expected(List.of(plan), TEN.plus(DAY), TEN.plus(DAY.multipliedBy(2))));
    }

    @Test
    void afterAnOutageFiresWhatIsNotTooLateAndNoFlood() {
        long halfAnHour = 1_800;
        stage.at(TEN.minusSeconds(60));
        PlanFixture patient = PlanFixture.daily(stage.tenant, Duration.ofDays(5).toSeconds() + lateness % 50_000);
        PlanFixture strict = PlanFixture.daily(stage.tenant, halfAnHour + lateness % 50_000 / 1_000);
        stage.put(patient, strict);
        stage.snooze(strict, UUID.randomUUID(), TEN);
        Instant back = TEN.plus(Duration.ofDays(3)).plusSeconds(3_600);
        fireAt(stage.owner(10), back);
        Instant second = TEN.plus(DAY);
        assertThat(stage.emittedIds())
                .containsExactlyInAnyOrderElementsOf(
                        expected(List.of(patient), TEN, second, second.plus(DAY), second.plus(DAY.multipliedBy(2))));
        fireAt(stage.owner(10), TEN.plus(DAY.multipliedBy(4)).plusSeconds(halfAnHour));
        assertThat(stage.emittedIds()).containsAll(expected(List.of(strict), TEN.plus(DAY.multipliedBy(4))));
    }

    @Test
    void computesAnewWhatOtherTimeZoneRulesComputed() {
        stage.at(TEN.minusSeconds(60));
        PlanFixture plan = PlanFixture.daily(stage.tenant, lateness);
        stage.put(plan);
        stage.sql.execute("""
                UPDATE cadence SET tzdb = '1999a', next_due_at = next_due_at + interval '1 hour'
                 WHERE key = (SELECT cadence_key FROM reminder WHERE plan_id = ?)""", plan.id());
        stage.retime();
        stage.at(TEN);
        stage.owner(10).fire();
        assertThat(stage.emittedIds()).isEqualTo(expected(List.of(plan), TEN));
    }

    @Test
    void aCadenceThatCannotBeComputedRestsAndTheOthersGoOn() {
        stage.at(TEN.minusSeconds(60));
        PlanFixture broken = PlanFixture.daily(stage.tenant, lateness);
        PlanFixture sound = PlanFixture.daily(stage.tenant, PlanFixture.ownLateness());
        stage.put(broken, sound);
        String ofBroken = "(SELECT cadence_key FROM reminder WHERE plan_id = ?)";
        stage.sql.execute(
                "UPDATE cadence SET definition = replace(definition, 'UTC', 'Mars/Olympus') WHERE key = " + ofBroken,
                broken.id());
        stage.at(TEN);
        stage.owner(10).fire();
        assertThat(stage.emittedIds()).isEqualTo(expected(List.of(sound), TEN));
        assertThat(stage.sql
                        .query("SELECT next_due_at FROM cadence WHERE key = " + ofBroken, broken.id())
                        .get(0))
                .containsEntry("next_due_at", null);
    }

    @Test
    void sweepsWhatIsOverAndOnlyThat() {
        stage.at(TEN.minusSeconds(60));
        PlanFixture plan = PlanFixture.daily(stage.tenant, lateness);
        PlanFixture last = plan.changed(PlanFixture.ownLateness(), "second");
        stage.put(plan);
        BucketFiring owner = stage.owner(10);
        stage.at(TEN);
        stage.put(last);
        stage.sweep(owner);
        assertThat(rows(plan)).as("the first version is still to be fired").isEqualTo(2);
        owner.fire();
        fireAt(owner, TEN.plus(DAY));
        stage.sweep(owner);
        assertThat(rows(plan)).isEqualTo(1);
        fireAt(owner, TEN.plus(DAY.multipliedBy(2)));
        stage.sweep(owner);
        assertThat(stage.sql.count("SELECT count(*) FROM cadence WHERE definition LIKE ?", "%;" + lateness))
                .as("nobody is on the first cadence any more")
                .isZero();
        assertThat(stage.emittedIds()).hasSize(3);
    }

    private long rows(PlanFixture plan) {
        return stage.sql.count("SELECT count(*) FROM reminder WHERE plan_id = ?", plan.id());
    }

    private void fireAt(BucketFiring owner, Instant now) {
        stage.at(now);
        owner.fire();
    }

    private List<TopicRecord> only(List<PlanFixture> plans) {
        List<String> ids = plans.stream().map(PlanFixture::id).toList();
        return stage.emitted().stream()
                .filter(record -> ids.contains(record.key()))
                .toList();
    }

    private static List<String> ids(List<TopicRecord> records) {
        return records.stream().map(record -> record.header("ce_id")).toList();
    }
}
