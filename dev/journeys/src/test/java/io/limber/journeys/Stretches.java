package io.limber.journeys;

import io.limber.contracts.Dose;
import io.limber.contracts.Range;
import io.limber.contracts.Sides;
import io.limber.contracts.StretchPublished;
import java.util.List;

/** Stretches as the catalogue would publish them. */
final class Stretches {
    private Stretches() {}

    static StretchPublished catCow() {
        return new StretchPublished(
                "cat-cow",
                1,
                "Cat-cow",
                List.of(),
                "DYNAMIC",
                "BEGINNER",
                "FLOOR_SPACE",
                "all-fours",
                "Loosens the back.",
                "On all fours.",
                List.of("Round the back, then let it sink."),
                "Breathe freely.",
                new Dose(
                        new Range(0, 2, 5),
                        new Range(5, 10, 10),
                        new Range(1, 1, 2),
                        Sides.BOTH_TOGETHER,
                        new Range(1, 2, 2),
                        0),
                List.of("lower-back"),
                List.of("erector-spinae"),
                List.of("mat"),
                List.of("KNEEL"),
                List.of(),
                List.of(),
                null,
                null);
    }
}
