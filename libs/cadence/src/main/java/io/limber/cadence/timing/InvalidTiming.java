package io.limber.cadence.timing;

/** A timing that makes no cadence. Its message says what to change. */
public final class InvalidTiming extends Exception {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final boolean neverFires;

    private InvalidTiming(String pointer, String message, boolean neverFires) {
        super(message);
        this.pointer = pointer;
        this.neverFires = neverFires;
    }

    /**
     * Something cannot be understood or is not allowed.
     *
     * @param pointer JSON pointer to what is wrong, from the timing on, for example {@code /recurrence/rule}
     */
    static InvalidTiming at(String pointer, String message) {
        return new InvalidTiming(pointer, message, false);
    }

    /** Each part is in order, and yet there is no instant at which it would ever be due. */
    static InvalidTiming never(String pointer, String message) {
        return new InvalidTiming(pointer, message, true);
    }

    public String pointer() {
        return pointer;
    }

    /** Whether it is understood but can never be due: 30 February, a count of 0, times outside of all hours. */
    public boolean neverFires() {
        return neverFires;
    }
}
