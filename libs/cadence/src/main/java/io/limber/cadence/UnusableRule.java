package io.limber.cadence;

/** A rule that gives no dates. Its advice says what to change. */
public final class UnusableRule extends Exception {
    private static final long serialVersionUID = 1L;

    private final String advice;
    private final boolean neverOccurs;

    UnusableRule(String advice, boolean neverOccurs) {
        super(advice);
        this.advice = advice;
        this.neverOccurs = neverOccurs;
    }

    public String advice() {
        return advice;
    }

    /** Whether it is understood but has no date. */
    public boolean neverOccurs() {
        return neverOccurs;
    }
}
