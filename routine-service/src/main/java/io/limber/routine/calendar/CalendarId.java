package io.limber.routine.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.limber.kit.problem.ProblemException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tenant's own id of a calendar. */
@Schema(type = SchemaType.STRING, pattern = CalendarId.FORM, examples = "plant-munich")
public record CalendarId(@JsonValue String value) {
    static final String FORM = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";
    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final String MISTAKE =
            "A calendar id has 1 to 64 letters, digits, dots, dashes or underscores and begins with a letter or digit.";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CalendarId {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException(MISTAKE);
        }
    }

    /**
     * From a parameter of the path.
     *
     * @throws ProblemException 400 when it cannot be an id
     */
    static CalendarId ofParameter(String name, String value) {
        try {
            return new CalendarId(value);
        } catch (IllegalArgumentException e) {
            throw ProblemException.field(name, MISTAKE);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
