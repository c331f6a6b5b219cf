package io.limber.catalog.browse;

import io.limber.catalog.language.Language;

/** What goes before words that name a side, when the picture shows the other one. */
final class MirrorNote {
    private MirrorNote() {}

    static String in(Language language) {
        return switch (language) {
            case EN -> "Shown for the other side; left and right change places.";
            case DE -> "Für die andere Seite gezeigt; links und rechts sind vertauscht.";
            case ES -> "Se muestra para el otro lado; izquierda y derecha se intercambian.";
            case FR -> "Montré pour l'autre côté\u00a0; gauche et droite sont inversées.";
        };
    }
}
