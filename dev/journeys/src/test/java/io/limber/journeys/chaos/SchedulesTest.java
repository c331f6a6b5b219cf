package io.limber.journeys.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.contracts.ScheduleChanged.State;
import io.limber.journeys.chaos.Schedules.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SchedulesTest {
    private static final Instant FIRST = Instant.parse("2026-11-23T23:59:40Z");
    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final int REMINDERS = 30_000;

    private final Schedules schedules = new Schedules(new Random(7), "round-1-", FIRST, WINDOW, REMINDERS);

    @Test
    void areDueAtEverySecondOfTheWindowThoughItPassesMidnight() {
        TreeSet<Instant> all = new TreeSet<>();
        long reminders = 0;
        for (Draft draft : schedules.initial()) {
            TreeSet<Instant> dues =
                    new TreeSet<>(Expectation.dues(draft.schedule(), FIRST.minusSeconds(600), FIRST.plusSeconds(600)));
            all.addAll(dues);
            reminders += dues.size();
        }

        assertThat(all).hasSize(60);
        assertThat(all.first()).isEqualTo(FIRST);
        assertThat(all.last()).isEqualTo(FIRST.plusSeconds(59));
        assertThat(reminders).isBetween(REMINDERS * 7L / 10, REMINDERS * 13L / 10);
    }

    @Test
    void haveSomeThatAreMadeMovedPausedAndEndedMeanwhile() {
        assertThat(schedules.later())
                .anyMatch(draft -> draft.schedule().version() == 1)
                .anyMatch(draft ->
                        draft.schedule().version() == 2 && draft.schedule().state() == State.ACTIVE)
                .anyMatch(draft -> draft.schedule().state() == State.PAUSED)
                .anyMatch(draft -> draft.schedule().state() == State.ENDED)
                .allMatch(draft -> draft.after().compareTo(WINDOW) < 0);
    }

    @Test
    void areTheSameForTheSameSeed() {
        Schedules again = new Schedules(new Random(7), "round-1-", FIRST, WINDOW, REMINDERS);

        assertThat(again.initial()).isEqualTo(schedules.initial());
        assertThat(again.later()).isEqualTo(schedules.later());
    }
}
