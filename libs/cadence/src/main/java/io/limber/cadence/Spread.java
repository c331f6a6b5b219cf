package io.limber.cadence;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.CRC32C;

/**
 * Offsets that keep a crowd from being due at the same second. A plan always gets the same one. There are at most
 * {@value #MOST_STEPS} different ones for a tolerance, so plans that mean the same still share few cadences.
 */
public final class Spread {
    /** Four hours. */
    public static final Duration LONGEST = Duration.ofHours(4);

    static final int MOST_STEPS = 61;

    private Spread() {}

    /**
     * Between zero and {@code tolerance}, both included, in equal steps of whole minutes.
     *
     * @param tolerance whole minutes, at most {@link #LONGEST}
     */
    public static Duration offset(String planId, Duration tolerance) {
        long minutes = tolerance.toMinutes();
        if (tolerance.isNegative()
                || tolerance.compareTo(LONGEST) > 0
                || !Duration.ofMinutes(minutes).equals(tolerance)) {
            throw new IllegalArgumentException("the tolerance is whole minutes between 0 and " + LONGEST.toMinutes());
        }
        long step = Math.ceilDiv(minutes, MOST_STEPS - 1);
        if (step == 0) {
            return Duration.ZERO;
        }
        CRC32C hash = new CRC32C();
        hash.update(planId.getBytes(StandardCharsets.UTF_8));
        return Duration.ofMinutes(step * (hash.getValue() % (minutes / step + 1)));
    }
}
