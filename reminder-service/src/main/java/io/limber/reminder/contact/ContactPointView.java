package io.limber.reminder.contact;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contact point as callers see it. */
@Schema(name = "ContactPoint")
public record ContactPointView(
        @Schema(examples = "0193a0b2-1f00-7c3e-8d5a-5b1f0a2c3d4e")
        String id,

        @Schema(examples = "employee-4711") String personId,
        Channel channel,
        @Schema(examples = "ada@example.com") String address,
        @Schema(examples = "en") String locale,
        Instant createdAt) {
    @Override
    public String toString() {
        return "ContactPointView[" + id + "]";
    }
}
