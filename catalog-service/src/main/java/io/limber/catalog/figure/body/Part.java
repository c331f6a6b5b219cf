package io.limber.catalog.figure.body;

import java.util.Arrays;

/** A rigid part of the body. */
public enum Part {
    PELVIS,
    LUMBAR_1,
    LUMBAR_2,
    LUMBAR_3,
    THORAX_1,
    THORAX_2,
    THORAX_3,
    NECK,
    HEAD,
    LEFT_UPPER_ARM,
    LEFT_FOREARM,
    LEFT_HAND,
    LEFT_FINGERS,
    LEFT_THIGH,
    LEFT_SHANK,
    LEFT_FOOT,
    RIGHT_UPPER_ARM,
    RIGHT_FOREARM,
    RIGHT_HAND,
    RIGHT_FINGERS,
    RIGHT_THIGH,
    RIGHT_SHANK,
    RIGHT_FOOT;

    /** The part of this name on this side, or the one in the middle. */
    public static Part of(Side side, String name) {
        String sided = side.name() + "_" + name;
        return Arrays.stream(values())
                .filter(part -> part.name().equals(sided))
                .findFirst()
                .orElseGet(() -> valueOf(name));
    }
}
