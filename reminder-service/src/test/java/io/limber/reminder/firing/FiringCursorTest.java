package io.limber.reminder.firing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.limber.reminder.firing.FiringCursor.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiringCursorTest {
    private static final Instant DUE = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant T0WQW0 = Instant.ofEpochSecond(Long.parseLong("t0wqw0", 36));

    @Test
    void readsBackWhatItWrites() {
        FiringCursor cursor = new FiringCursor(
                4711,
                List.of(UUID.randomUUID(), new UUID(0, 0), new UUID(-1, -1)),
                List.of(
                        new Step("0123456789abcdef0123456789abcdef", DUE, Optional.of("plan_A-1")),
                        new Step(
                                "ffffffffffffffffffffffffffffffff",
                                DUE,
                                Optional.of(UUID.randomUUID().toString())),
                        new Step("ffffffffffffffffffffffffffffffff", DUE.plusSeconds(1), Optional.empty())));
        assertThat(FiringCursor.of(4711, cursor.metadata())).isEqualTo(cursor);
    }

    @Test
    void readsBackNothing() {
        assertThat(FiringCursor.of(0, FiringCursor.NONE.metadata())).isEqualTo(FiringCursor.NONE);
    }

    @Test
    void readsTheFirstVersion() {
        UUID single = UUID.fromString("00010203-0405-0607-0809-0a0b0c0d0e0f");
        assertThat(
                        FiringCursor.of(
                                7,
                                "1|AAECAwQFBgcICQoLDA0ODw|ASNFZ4mrze8BI0VniavN7w.t0wqw0.plan_A-1;_____________________w.t0wqw1"))
                .isEqualTo(new FiringCursor(
                        7,
                        List.of(single),
                        List.of(),
                        List.of(
                                new Step("0123456789abcdef0123456789abcdef", T0WQW0, Optional.of("plan_A-1")),
                                new Step("f".repeat(32), T0WQW0.plusSeconds(1), Optional.empty()))));
    }

    @Test
    void theLargestFitsWhatTheBrokerTakes() {
        Step longest = new Step("f".repeat(32), Instant.parse("9999-12-31T23:59:59Z"), Optional.of("p".repeat(64)));
        FiringCursor largest = new FiringCursor(
                Long.MAX_VALUE,
                IntStream.range(0, FiringCursor.MOST_ONE_OFFS)
                        .mapToObj(i -> UUID.randomUUID())
                        .toList(),
                IntStream.range(0, FiringCursor.MOST_STEPS)
                        .mapToObj(i -> longest)
                        .toList());
        assertThat(largest.metadata().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(CursorText.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1|", "2|", "3||", "2|x|", "2||abc", "2||0.x.", "2|||", "1|x|", "1||abc", "1|||"})
    void refusesWhatItDidNotWrite(String metadata) {
        assertThatIllegalArgumentException().isThrownBy(() -> FiringCursor.of(1, metadata));
    }
}
