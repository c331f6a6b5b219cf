package io.limber.contracts;

/** Whether a stretch is done once for the whole body or once for each side. */
public enum Sides {
    BOTH_TOGETHER(1),
    LEFT_AND_RIGHT(2);

    private final int passes;

    Sides(int passes) {
        this.passes = passes;
    }

    /** How often the dose is done: once, or once a side. */
    public int passes() {
        return passes;
    }
}
