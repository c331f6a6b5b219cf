package io.limber.routine.person;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.limber.kit.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The platform's own id of a person: opaque to us. */
@Schema(type = SchemaType.STRING, minLength = 1, maxLength = 128, examples = "employee-4711")
public record PersonId(@JsonValue String value) {
    private static final int LONGEST = 128;
    private static final String FORM =
            "A person id has 1 to " + LONGEST + " characters, none of them a control character.";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {
        if (value.isBlank() || value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(FORM);
        }
    }

    /**
     * From a parameter of the path or the query.
     *
     * @throws ProblemException 400 when it cannot be an id
     */
    public static PersonId ofParameter(String name, String value) {
        try {
            return new PersonId(value);
        } catch (IllegalArgumentException e) {
            throw ProblemException.field(name, FORM);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
