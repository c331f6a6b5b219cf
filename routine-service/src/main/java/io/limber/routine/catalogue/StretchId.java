package io.limber.routine.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of the catalogue, for example {@code cat-cow}. */
@Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128, examples = "cat-cow")
public record StretchId(@JsonValue String value) implements Comparable<StretchId> {
    private static final int LONGEST = 128;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StretchId {
        if (value.isBlank() || value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "A stretch id has 1 to " + LONGEST + " characters, none of them a control character.");
        }
    }

    @Override
    public int compareTo(StretchId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
