package io.limber.catalog.figure.drawing;

import io.limber.catalog.figure.body.Flesh.Cover;

/** What something is coloured with; the class names of the picture's styles. */
enum Ink {
    SKIN("s"),
    SKIN_FAR("sf"),
    SHIRT("t"),
    SHIRT_FAR("tf"),
    TROUSERS("p"),
    TROUSERS_FAR("pf"),
    SHOE("h"),
    SHOE_FAR("hf"),
    HAIR("a"),
    EYE("i"),
    FACE("e"),
    FELT("m"),
    ARROW("r"),
    GROUND("g"),
    STRAP("b"),
    WOOD("w"),
    CLOTH("c"),
    LEAF("v"),
    LINEN("k"),
    WALL("l"),
    SCREEN("n");

    private final String style;

    Ink(String style) {
        this.style = style;
    }

    String style() {
        return style;
    }

    static Ink of(Cover cover, boolean isFar) {
        return switch (cover) {
            case SKIN -> isFar ? SKIN_FAR : SKIN;
            case SHIRT -> isFar ? SHIRT_FAR : SHIRT;
            case TROUSERS -> isFar ? TROUSERS_FAR : TROUSERS;
            case SHOE -> isFar ? SHOE_FAR : SHOE;
        };
    }
}
