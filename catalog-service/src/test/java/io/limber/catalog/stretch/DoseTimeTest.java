package io.limber.catalog.stretch;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.contracts.Range;
import io.limber.contracts.Sides;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoseTimeTest {
    @ParameterizedTest(name = "{0} s x {1} x {2}, rest {3} s, {4}: {5} s")
    @CsvSource({
        "15, 3, 1, 0, BOTH_TOGETHER, 45",
        "30, 1, 1, 10, LEFT_AND_RIGHT, 60",
        "30, 3, 1, 10, LEFT_AND_RIGHT, 220",
        "10, 5, 2, 5, BOTH_TOGETHER, 145",
        "0, 10, 1, 0, BOTH_TOGETHER, 30",
        "2, 10, 1, 0, BOTH_TOGETHER, 30",
    })
    void countsHoldsRestsSetsAndSides(int hold, int repetitions, int sets, int rest, Sides sides, int seconds) {
        Dose dose = new Dose(only(hold), only(repetitions), only(sets), sides, only(1), rest, "a sample");

        assertThat(DoseTime.seconds(dose)).isEqualTo(seconds);
    }

    private static Range only(int value) {
        return new Range(value, value, value);
    }
}
