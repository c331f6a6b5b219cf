package io.limber.routine.routine;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.contracts.Sides;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutineTimeTest {
    @ParameterizedTest(name = "{0} s x {1} x {2}, {3}, rest {4}, switch {5}: {6} s")
    @CsvSource({
        "30, 1, 1, BOTH_TOGETHER,  0, 5,  30",
        " 5, 3, 1, LEFT_AND_RIGHT, 0, 5,  35", // 2 x 15 + 5
        "10, 5, 1, BOTH_TOGETHER,  5, 5,  70", // 5 x 10 + 4 x 5
        "30, 5, 1, LEFT_AND_RIGHT, 30, 5, 545", // 2 x (150 + 120) + 5
        "10, 5, 2, BOTH_TOGETHER,  5, 0, 145", // 10 x 10 + 9 x 5
        " 0, 10, 1, BOTH_TOGETHER, 0, 5,  30", // nothing held: three seconds a repetition
        " 2, 10, 1, BOTH_TOGETHER, 0, 5,  30",
        " 3, 10, 1, BOTH_TOGETHER, 0, 5,  30",
        " 4, 10, 1, LEFT_AND_RIGHT, 0, 0, 80"
    })
    void ofAStretch(int hold, int repetitions, int sets, Sides sides, int rest, int switchSide, int seconds) {
        assertThat(RoutineTime.ofStretch(hold, repetitions, sets, sides, rest, switchSide))
                .isEqualTo(seconds);
    }

    @Test
    void ofARoutineHasOnePauseLessThanStretches() {
        assertThat(RoutineTime.ofRoutine(List.of(30, 35, 70), 5)).isEqualTo(145);
        assertThat(RoutineTime.ofRoutine(List.of(30), 5)).isEqualTo(30);
        assertThat(RoutineTime.ofRoutine(List.of(), 5)).isZero();
    }
}
