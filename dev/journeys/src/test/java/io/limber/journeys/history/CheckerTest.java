package io.limber.journeys.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.journeys.history.Disturbances.Disturbance;
import io.limber.journeys.history.Promise.Change;
import io.limber.journeys.history.Violation.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The checker finds each way in which a history can be wrong: one spoilt record among thousands is enough. */
class CheckerTest {
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
    private static final int PLANS = 500;
    private static final int DUES = 4;
    private static final int BUCKETS = 16;
    private static final Disturbances NONE = new Disturbances(Duration.ofSeconds(2), List.of());

    private final List<Promise> promises = promises();
    private final List<Emission> history = history(promises);

    @Test
    void findsNothingInACompleteHistory() {
        Verdict verdict = Checker.check(promises, history, NONE);

        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.planned()).isEqualTo(PLANS * DUES);
        assertThat(verdict.emitted()).isEqualTo(PLANS * DUES);
        assertThat(verdict.latest()).isEqualTo(Duration.ofMillis(300));
    }

    @Test
    void findsOneLost() {
        history.remove(777);

        assertOnly(Kind.LOST);
    }

    @Test
    void findsOneDuplicate() {
        Emission one = history.get(777);
        history.add(new Emission(
                one.partition(),
                one.offset() + 100_000,
                one.planId(),
                one.tenant(),
                one.id(),
                one.dueAt(),
                one.stampedAt(),
                one.receivedAt()));

        assertOnly(Kind.DUPLICATE);
    }

    @Test
    void findsAnIdThatTwoRemindersHave() {
        Emission one = history.get(777);
        history.set(777, withId(one, history.get(1).id()));

        assertOnly(Kind.DUPLICATE);
    }

    @Test
    void findsOneMadeBeforeItWasDue() {
        Emission one = history.get(777);
        history.set(777, timed(one, one.dueAt().minusMillis(1), one.receivedAt()));

        assertOnly(Kind.EARLY);
    }

    @Test
    void findsOneReceivedBeforeItWasDue() {
        Emission one = history.get(777);
        history.set(777, timed(one, one.stampedAt(), one.dueAt().minusMillis(1)));

        assertOnly(Kind.EARLY);
    }

    @Test
    void findsOneOutOfOrder() {
        // Given: a plan's reminders of two due times, late enough that both are after both due times
        Emission one = history.get(776);
        Emission next = history.get(777);
        assertThat(next.planId()).isEqualTo(one.planId());
        history.set(776, placed(one, next.offset()));
        history.set(777, placed(next, one.offset()));

        assertOnly(Kind.OUT_OF_ORDER);
    }

    @Test
    void findsOneTooLate() {
        Emission one = history.get(777);
        history.set(777, timed(one, one.stampedAt(), one.dueAt().plusMillis(2_001)));

        assertOnly(Kind.TOO_LATE);
    }

    @Test
    void excusesLatenessUntilADisturbanceIsOver() {
        Emission one = history.get(777);
        Disturbance fault =
                new Disturbance(one.dueAt().minusSeconds(5), one.dueAt().plusSeconds(10));
        Disturbances disturbances = new Disturbances(Duration.ofSeconds(2), List.of(fault));

        history.set(777, timed(one, one.stampedAt(), one.dueAt().plusSeconds(12)));
        assertThat(Checker.check(promises, history, disturbances).violations()).isEmpty();

        history.set(777, timed(one, one.stampedAt(), one.dueAt().plusMillis(12_001)));
        assertThat(Checker.check(promises, history, disturbances).count(Kind.TOO_LATE))
                .isEqualTo(1);
    }

    @Test
    void findsOneThatWasNotDue() {
        Emission one = history.get(777);
        Instant odd = one.dueAt().plusSeconds(1);
        history.set(
                777, new Emission(one.partition(), one.offset(), one.planId(), one.tenant(), one.id(), odd, odd, odd));

        Verdict verdict = Checker.check(promises, history, NONE);
        assertThat(verdict.count(Kind.UNPLANNED)).isEqualTo(1);
        assertThat(verdict.count(Kind.LOST)).isEqualTo(1);
    }

    @Test
    void findsOneOfAnUnknownPlan() {
        Emission one = history.get(777);
        history.add(new Emission(
                one.partition(),
                100_000,
                "nobody",
                one.tenant(),
                "id",
                one.dueAt(),
                one.stampedAt(),
                one.receivedAt()));

        assertOnly(Kind.UNPLANNED);
    }

    @Test
    void findsOneOnAnotherPartition() {
        Emission one = history.get(777);
        history.set(
                777,
                new Emission(
                        (one.partition() + 1) % BUCKETS,
                        one.offset(),
                        one.planId(),
                        one.tenant(),
                        one.id(),
                        one.dueAt(),
                        one.stampedAt(),
                        one.receivedAt()));

        // It is out of order as well when the other partition comes first.
        assertThat(Checker.check(promises, history, NONE).count(Kind.MISPLACED)).isEqualTo(1);
    }

    @Test
    void findsOneUnderAnotherTenant() {
        Emission one = history.get(777);
        history.set(
                777,
                new Emission(
                        one.partition(),
                        one.offset(),
                        one.planId(),
                        "another",
                        one.id(),
                        one.dueAt(),
                        one.stampedAt(),
                        one.receivedAt()));

        assertOnly(Kind.MISPLACED);
    }

    @Test
    void acceptsAChangeAtAnyOneMomentAfterItWasSent() {
        // Given: every ten seconds, changed to five seconds later than that, sent at 10:00:12
        Promise changed = changed();

        assertThat(violations(changed, 10, 25, 35)).as("at once").isEmpty();
        assertThat(violations(changed, 10, 20, 25, 35)).as("at 10:00:20").isEmpty();
        assertThat(violations(changed, 10, 20, 35)).as("at 10:00:25").isEmpty();
    }

    @Test
    void findsAChangeThatLosesOrRepeats() {
        Promise changed = changed();

        assertThat(violations(changed, 25, 35)).as("sent after 10:00:10").containsExactly(Kind.LOST);
        assertThat(violations(changed, 10, 15, 25, 35)).as("both at 10:00:15").isEmpty();
        assertThat(violations(changed, 5, 10, 25, 35))
                .as("the new one before it was sent")
                .containsExactly(Kind.UNPLANNED);
        assertThat(violations(changed, 10, 25)).as("its last one").containsExactly(Kind.LOST);
        assertThat(violations(changed, 10, 20, 30))
                .as("never in effect")
                .contains(Kind.LOST)
                .contains(Kind.UNPLANNED);
    }

    private void assertOnly(Kind kind) {
        Verdict verdict = Checker.check(promises, history, NONE);
        assertThat(verdict.violations()).extracting(Violation::kind).containsExactly(kind);
        assertThat(verdict.isClean()).isFalse();
    }

    private static Promise changed() {
        return new Promise(
                "plan",
                "tenant",
                3,
                dues(10, 20, 30),
                Optional.of(new Change(TEN.plusSeconds(12), TEN.plusSeconds(27), dues(5, 15, 25, 35))));
    }

    private static List<Kind> violations(Promise promise, int... seconds) {
        List<Emission> seen = new ArrayList<>();
        for (int second : seconds) {
            seen.add(emission(promise, TEN.plusSeconds(second), seen.size()));
        }
        return Checker.check(List.of(promise), seen, NONE).violations().stream()
                .map(Violation::kind)
                .toList();
    }

    private static NavigableSet<Instant> dues(int... seconds) {
        NavigableSet<Instant> dues = new TreeSet<>();
        Arrays.stream(seconds).forEach(second -> dues.add(TEN.plusSeconds(second)));
        return dues;
    }

    private static List<Promise> promises() {
        List<Promise> promises = new ArrayList<>();
        for (int plan = 0; plan < PLANS; plan++) {
            NavigableSet<Instant> dues = new TreeSet<>();
            for (int due = 0; due < DUES; due++) {
                dues.add(TEN.plusMillis(100L * due));
            }
            promises.add(Promise.of("plan-" + plan, "tenant-" + plan % 3, plan % BUCKETS, dues));
        }
        return promises;
    }

    /** Everything in order, each 300 ms late, so that all due times of a plan have passed at its first reminder. */
    private static List<Emission> history(List<Promise> promises) {
        List<Emission> history = new ArrayList<>();
        for (Promise promise : promises) {
            for (Instant due : promise.dues()) {
                history.add(emission(promise, due, history.size()));
            }
        }
        return history;
    }

    private static Emission emission(Promise promise, Instant due, long offset) {
        String id = UUID.nameUUIDFromBytes((promise.planId() + due).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        Instant at = due.plusMillis(300);
        return new Emission(promise.bucket(), offset, promise.planId(), promise.tenant(), id, due, at, at);
    }

    private static Emission withId(Emission one, String id) {
        return new Emission(
                one.partition(),
                one.offset(),
                one.planId(),
                one.tenant(),
                id,
                one.dueAt(),
                one.stampedAt(),
                one.receivedAt());
    }

    private static Emission timed(Emission one, Instant stampedAt, Instant receivedAt) {
        return new Emission(
                one.partition(),
                one.offset(),
                one.planId(),
                one.tenant(),
                one.id(),
                one.dueAt(),
                stampedAt,
                receivedAt);
    }

    private static Emission placed(Emission one, long offset) {
        return new Emission(
                one.partition(),
                offset,
                one.planId(),
                one.tenant(),
                one.id(),
                one.dueAt(),
                one.stampedAt(),
                one.receivedAt());
    }
}
