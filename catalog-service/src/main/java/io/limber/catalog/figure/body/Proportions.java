package io.limber.catalog.figure.body;

/**
 * Lengths of an adult of about 170 cm, in centimetres. Rounded from the segment ratios of Drillis and Contini (1966); what
 * matters here is that they fit together, so that a hand reaches what a hand reaches.
 */
public final class Proportions {
    /** From the hip joints' line up to the lowest joint of the lumbar spine. */
    public static final double PELVIS = 9;

    /** Three equal parts each, so that the back can be round. */
    public static final double LUMBAR = 16;

    public static final double THORAX = 22;
    public static final double NECK = 8;

    /** From the neck's top to the middle of the head. */
    public static final double HEAD = 10;

    public static final double HIP_HALF = 9;
    public static final double SHOULDER_HALF = 17;

    /** The shoulder joints lie this far below the neck's base. */
    public static final double SHOULDER_DROP = 5.8;

    public static final double UPPER_ARM = 28;
    public static final double FOREARM = 25;
    public static final double PALM = 9;
    public static final double FINGERS = 8;
    public static final double THIGH = 42;
    public static final double SHANK = 41;

    /** From the ankle joint down to the sole. */
    public static final double ANKLE = 8;

    /** From below the ankle to the toes' tips, and back to the heel. */
    public static final double FOREFOOT = 17;

    public static final double HEEL = 5;

    private Proportions() {}
}
