package io.limber.reminder.firing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.limber.reminder.firing.CadenceTable.DueCadence;
import io.limber.reminder.firing.FiringCursor.Step;
import java.time.Instant;
import java.util.ArrayList;
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

    /** Everything as long as it can be: plan ids, and each due time another one. */
    @Test
    void theLargestFitsWhatTheBrokerTakes() {
        Instant due = Instant.parse("9999-12-30T23:59:59Z");
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < CursorRoom.UNDER_WAY; i++) {
            steps.add(new Step("f".repeat(32), due.plusSeconds(i), Optional.of("p".repeat(64))));
        }
        List<UUID> singles = IntStream.range(0, CursorRoom.ONE_OFFS)
                .mapToObj(i -> UUID.randomUUID())
                .toList();
        FiringCursor ofSingles = new FiringCursor(Long.MAX_VALUE, singles, steps);
        CursorRoom room = new CursorRoom();
        for (int i = 0; !room.isFull(); i++) {
            Step finished = new Step("e".repeat(32), due.minusSeconds(i), Optional.empty());
            assertThat(room.take(turn(finished))).isTrue();
            steps.add(finished);
        }
        assertThat(steps).hasSizeGreaterThan(CursorRoom.UNDER_WAY + 70);
        assertThat(ofSingles.metadata()).hasSizeLessThanOrEqualTo(CursorText.LONGEST);
        assertThat(new FiringCursor(1, List.of(), steps).metadata()).hasSizeLessThanOrEqualTo(CursorText.LONGEST);
    }

    @Test
    void hasRoomForAHundredCadencesOfOneDueTime() {
        CursorRoom room = new CursorRoom();
        for (int i = 0; i < 100; i++) {
            assertThat(room.take(turn(new Step("e".repeat(32), DUE, Optional.empty()))))
                    .isTrue();
        }
    }

    @Test
    void hasRoomForSoManyUnderWayOnly() {
        CursorRoom room = new CursorRoom();
        Turn large = turn(new Step("e".repeat(32), DUE, Optional.of("p")));
        for (int i = 0; i < CursorRoom.UNDER_WAY; i++) {
            assertThat(room.take(large)).isTrue();
        }
        assertThat(room.take(large)).isFalse();
        assertThat(room.take(turn(new Step("e".repeat(32), DUE, Optional.empty()))))
                .isTrue();
    }

    private static Turn turn(Step step) {
        return Turn.of(new DueCadence(step.key(), "acme", "", step.due(), Optional.empty()), step.last());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1|", "2|", "3||", "2|x|", "2||abc", "2||0.x.", "2|||", "1|x|", "1||abc", "1|||"})
    void refusesWhatItDidNotWrite(String metadata) {
        assertThatIllegalArgumentException().isThrownBy(() -> FiringCursor.of(1, metadata));
    }
}
