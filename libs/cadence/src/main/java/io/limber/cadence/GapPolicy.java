package io.limber.cadence;

/** What happens to a wall time that the clock jumps over (spring). Default {@link #SHIFT}. */
public enum GapPolicy {
    /** Later by the length of the jump: 02:30 becomes 03:30 (RFC 5545 §3.3.5). */
    SHIFT,
    /** Not at all on that day (RFC 5545 §3.3.10). */
    SKIP
}
