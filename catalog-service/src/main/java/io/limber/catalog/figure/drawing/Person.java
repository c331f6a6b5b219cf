package io.limber.catalog.figure.drawing;

import java.util.List;

/**
 * How the person of a picture looks. Pictures of different stretches show different people, because people differ.
 *
 * @param hair colour of hair or of the cloth that covers it
 */
record Person(String skin, String hair, Style style, String shirt, String trousers) {
    enum Style {
        SHORT,
        LONG,
        BUN,
        SCARF
    }

    private static final List<Person> ALL = List.of(
            new Person("#e8b48c", "#5a3a28", Style.SHORT, "#2f7d86", "#3c4a68"),
            new Person("#8a5a3c", "#241a17", Style.BUN, "#c2703d", "#41505f"),
            new Person("#f0c6a4", "#b9b4ae", Style.SHORT, "#5b6fae", "#4b4a57"),
            new Person("#c68a5e", "#7a5c8e", Style.SCARF, "#8aa35a", "#3e5160"),
            new Person("#6b432c", "#1e1614", Style.SHORT, "#b8895a", "#374a5e"),
            new Person("#efc19b", "#9a5b2e", Style.LONG, "#4f8a6a", "#4a4763"));

    /** Always the same one for the same stretch. */
    static Person of(String stretchId) {
        return ALL.get(Math.floorMod(stretchId.hashCode(), ALL.size()));
    }
}
