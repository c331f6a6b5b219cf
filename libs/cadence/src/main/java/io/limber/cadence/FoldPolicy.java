package io.limber.cadence;

/** Which of the two instants of a wall time that happens twice (autumn). Default {@link #FIRST}, as in RFC 5545 §3.3.5. */
public enum FoldPolicy {
    FIRST,
    SECOND
}
