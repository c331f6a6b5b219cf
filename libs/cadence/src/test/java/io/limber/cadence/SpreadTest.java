package io.limber.cadence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "30, 31", "60, 61", "61, 31", "120, 61", "240, 61"})
    void spreadsEvenlyOverAtMostSixtyOneSteps(int minutes, int steps) {
        Duration tolerance = Duration.ofMinutes(minutes);

        Map<Duration, Long> plans = IntStream.range(0, 61_000)
                .mapToObj(number -> Spread.offset(new UUID(0, number).toString(), tolerance))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(plans).hasSize(steps);
        assertThat(plans.keySet())
                .allMatch(offset -> offset.compareTo(tolerance) <= 0 && offset.toSecondsPart() == 0)
                .contains(Duration.ZERO);
        assertThat(plans.values()).allMatch(count -> count > 61_000 / steps * 8 / 10);
    }

    @Test
    void isTheSameForAPlanForEver() {
        assertThat(Spread.offset("01935a2e-1111-7a11-9b1e-3f0c5d2a7e10", Duration.ofMinutes(30)))
                .isEqualTo(Duration.ofMinutes(13));
    }

    @Test
    void isWholeMinutesUpToFourHours() {
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.offset("plan", Duration.ofMinutes(241)));
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.offset("plan", Duration.ofMinutes(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Spread.offset("plan", Duration.ofSeconds(90)));
    }
}
