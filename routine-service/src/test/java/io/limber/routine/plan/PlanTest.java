package io.limber.routine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limber.contracts.Contraindication;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import io.limber.routine.catalogue.StretchId;
import io.limber.routine.person.PersonId;
import io.limber.routine.routine.RoutineId;
import io.limber.routine.safety.Advice;
import io.limber.routine.safety.Clash;
import io.limber.routine.safety.Verdict;
import io.limber.routine.schedule.Period;
import io.limber.routine.schedule.Schedules;
import io.limber.routine.schedule.Terms;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Verdict SUITS = new Verdict(List.of(), List.of());
    private static final Verdict CLASHES = new Verdict(
            List.of(new Clash(new StretchId("a"), "GLAUCOMA", Contraindication.Action.AVOID, "No.", null)), List.of());

    private final Plan plan = new Plan(
            new TenantId("acme"),
            PlanId.next(NOW),
            new PersonId("p"),
            new RoutineId(new UUID(1, 1)),
            new Terms(Schedules.on(List.of(DayOfWeek.MONDAY), "12:00"), BERLIN, new Period(LocalDate.EPOCH, null)),
            List.of(),
            NOW);

    @Test
    void isActiveThenPausedThenActiveThenEnded() {
        assertThat(plan.state()).isEqualTo(new PlanState.Active());

        plan.pause(NOW);
        assertThat(plan.state()).isEqualTo(new PlanState.Paused(PauseReason.REQUESTED));

        plan.resume(List.of(), NOW);
        assertThat(plan.state()).isEqualTo(new PlanState.Active());

        plan.end(NOW);
        assertThat(plan.state()).isEqualTo(new PlanState.Ended());
    }

    @Test
    void refusesMovesThatDoNotExist() {
        assertIllegal(() -> plan.resume(List.of(), NOW));

        plan.pause(NOW);
        assertIllegal(() -> plan.pause(NOW));

        plan.end(NOW);
        assertIllegal(() -> plan.pause(NOW));
        assertIllegal(() -> plan.resume(List.of(), NOW));
        assertIllegal(() -> plan.end(NOW));
    }

    @Test
    void pausesWhenItDoesNotSuitAnyMore() {
        assertThat(plan.follow(BERLIN, CLASHES, NOW)).isTrue();

        assertThat(plan.state()).isEqualTo(new PlanState.Paused(PauseReason.CONTRAINDICATED));
    }

    @Test
    void keepsTheReasonOfAnEarlierPause() {
        plan.pause(NOW);

        plan.follow(ZoneId.of("UTC"), CLASHES, NOW);

        assertThat(plan.state()).isEqualTo(new PlanState.Paused(PauseReason.REQUESTED));
    }

    @Test
    void followsAZoneAndAdviceWithoutPausing() {
        Advice advice = new Advice(new StretchId("a"), "GLAUCOMA", "Slowly.");

        assertThat(plan.follow(ZoneId.of("UTC"), new Verdict(List.of(), List.of(advice)), NOW))
                .isTrue();

        assertThat(plan.terms().zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(plan.advice()).containsExactly(advice);
        assertThat(plan.state()).isEqualTo(new PlanState.Active());
    }

    @Test
    void doesNotChangeWhenNothingChanged() {
        assertThat(plan.follow(BERLIN, SUITS, NOW.plusSeconds(5))).isFalse();

        assertThat(plan.changedAt()).isEqualTo(NOW);
    }

    @Test
    void changesAtAnEverLaterTimeEvenWhenTheClockStands() {
        plan.show(List.of(), NOW);
        Instant first = plan.changedAt();

        plan.show(List.of(), NOW.minusSeconds(10));

        assertThat(first).isAfter(NOW);
        assertThat(plan.changedAt()).isAfter(first);
    }

    private static void assertIllegal(ThrowingCallable move) {
        assertThatThrownBy(move)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code().code()).isEqualTo("illegal-move"));
    }
}
