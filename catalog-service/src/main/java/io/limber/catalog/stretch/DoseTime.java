package io.limber.catalog.stretch;

/**
 * How long the default dose of a stretch takes:
 *
 * <pre>passes × (n × repetition + (n − 1) × rest)</pre>
 *
 * where n is repetitions × sets, passes is 2 when the sides take turns and 1 otherwise, and a repetition takes its hold
 * but at least {@value #LEAST_SECONDS} s: a movement without a pause takes time too. Changing sides and getting into
 * position are not in it; a routine adds them as it likes.
 */
public final class DoseTime {
    /** A slow movement there and back, about one breath. */
    static final int LEAST_SECONDS = 3;

    private DoseTime() {}

    public static int seconds(Dose dose) {
        int times = dose.repetitions().normal() * dose.sets().normal();
        int repetition = Math.max(dose.holdSeconds().normal(), LEAST_SECONDS);
        return dose.sides().passes() * (times * repetition + (times - 1) * dose.restSeconds());
    }
}
