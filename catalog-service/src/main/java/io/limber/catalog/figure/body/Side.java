package io.limber.catalog.figure.body;

/** The person's left or right, which is not the viewer's. */
public enum Side {
    LEFT(1),
    RIGHT(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /** 1 on the left, where the x axis points, and -1 on the right. */
    int sign() {
        return sign;
    }

    /** As names in figures begin. */
    String prefix() {
        return this == LEFT ? "left" : "right";
    }
}
