package io.limber.catalog.document;

/**
 * Which characters a text may have: those of XML 1.0 (production Char) but no control beyond tab and line ends. Texts become
 * pictures, JSON in the database and YAML: the first two refuse the others, and the third loses U+0085.
 */
public final class Characters {
    private Characters() {}

    /** False for controls, halves of surrogate pairs, U+FFFE and U+FFFF. */
    public static boolean allow(String text) {
        return text.codePoints().allMatch(Characters::isAllowed);
    }

    private static boolean isAllowed(int one) {
        return one == '\t'
                || one == '\n'
                || one == '\r'
                || (one >= 0x20 && one < Character.MIN_SURROGATE && !Character.isISOControl(one))
                || (one > Character.MAX_SURROGATE && one <= 0xFFFD)
                || one > 0xFFFF;
    }
}
