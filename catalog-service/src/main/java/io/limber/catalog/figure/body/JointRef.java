package io.limber.catalog.figure.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A joint of the figure.
 *
 * @param side null on joints there is one of
 */
public record JointRef(Joint joint, @Nullable Side side) {
    /** Those that a name in a figure means: {@code neck}, {@code leftHip}, or {@code hips} for both; empty when there is none. */
    public static List<JointRef> named(String name) {
        List<JointRef> named = new ArrayList<>();
        for (Joint joint : Joint.all()) {
            if (!joint.isPaired()) {
                if (name.equals(joint.name().toLowerCase(Locale.ROOT))) {
                    named.add(new JointRef(joint, null));
                }
                continue;
            }
            for (Side side : Side.values()) {
                if (name.equals(sided(joint, side)) || name.equals(both(joint))) {
                    named.add(new JointRef(joint, side));
                }
            }
        }
        return named;
    }

    /** Every name that {@link #named} knows, for messages. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Joint joint : Joint.all()) {
            if (joint.isPaired()) {
                names.add(both(joint));
                names.add(sided(joint, Side.LEFT));
                names.add(sided(joint, Side.RIGHT));
            } else {
                names.add(joint.name().toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    Optional<Side> anySide() {
        return Optional.ofNullable(side);
    }

    private static String sided(Joint joint, Side side) {
        String lower = joint.name().toLowerCase(Locale.ROOT);
        return side.prefix() + joint.name().charAt(0) + lower.substring(1);
    }

    private static String both(Joint joint) {
        String lower = joint.name().toLowerCase(Locale.ROOT);
        return lower.endsWith("s") ? lower : lower + "s";
    }
}
