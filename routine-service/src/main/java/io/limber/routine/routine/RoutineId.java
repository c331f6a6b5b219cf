package io.limber.routine.routine;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A routine. */
@Schema(type = SchemaType.STRING, format = "uuid", examples = "01935a2e-1111-7a11-9b1e-3f0c5d2a7e10")
public record RoutineId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RoutineId {
        // An empty text is read as no UUID at all.
        if (value == null) {
            throw new IllegalArgumentException("A routine id is a UUID.");
        }
    }

    /** Also how a path parameter is read: what is not a UUID is not found. */
    public static RoutineId fromString(String value) {
        return new RoutineId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
