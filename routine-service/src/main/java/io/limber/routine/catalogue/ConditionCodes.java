package io.limber.routine.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The conditions a person can have excluded: the codes of the catalogue's vocabulary {@code contraindications}. */
public final class ConditionCodes {
    /** A warning sign that a clinician must see first: no stretch at all suits the person until then. */
    public static final String RED_FLAG = "RED_FLAG";

    /** Every known code, in the vocabulary's order. */
    public static final List<String> ALL = read();

    private ConditionCodes() {}

    private static List<String> read() {
        try (InputStream in = ConditionCodes.class.getResourceAsStream("condition-codes.txt")) {
            if (in == null) {
                throw new IllegalStateException("the list of condition codes is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
