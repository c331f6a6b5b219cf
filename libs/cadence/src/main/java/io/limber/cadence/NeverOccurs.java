package io.limber.cadence;

/** A rule without any date. Its message says why. */
final class NeverOccurs extends Exception {
    private static final long serialVersionUID = 1L;

    NeverOccurs(String message) {
        super(message);
    }
}
