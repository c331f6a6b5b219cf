package io.limber.routine.plan;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.limber.kit.time.Ids;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A plan. */
@Schema(type = SchemaType.STRING, format = "uuid", examples = "01935a2e-7c40-7a11-9b1e-3f0c5d2a7e01")
public record PlanId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PlanId {
        // An empty text is read as no UUID at all.
        if (value == null) {
            throw new IllegalArgumentException("A plan id is a UUID.");
        }
    }

    static PlanId next(Instant now) {
        return new PlanId(Ids.next(now));
    }

    /** Also how a path parameter is read: what is not a UUID is not found. */
    public static PlanId fromString(String value) {
        return new PlanId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
