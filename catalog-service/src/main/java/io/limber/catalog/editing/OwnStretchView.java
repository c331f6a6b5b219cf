package io.limber.catalog.editing;

import com.fasterxml.jackson.databind.JsonNode;
import io.limber.catalog.editing.OwnStretch.InForce;
import io.limber.catalog.editing.OwnStretch.State;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A tenant's own stretch as who edits it sees it. */
@Schema(
        name = "OwnStretch",
        description = "A tenant's own stretch as it is worked on.",
        requiredProperties = {"id", "state", "version", "changedAt", "document"})
public record OwnStretchView(
        String id,

        @Schema(
                description =
                        "DRAFT: never published. PUBLISHED: nothing waits. CHANGED: a next revision waits. RETIRED: for good.")
        State state,

        @Schema(description = "Raised by every edit; also in the ETag.")
        long version,

        @Schema(description = "The revision in force; null on one that was never published.", nullable = true) @Nullable
        Integer revision,

        @Schema(description = "Of a retired one: the id of what to do instead.", nullable = true) @Nullable
        String replacedBy,

        Instant changedAt,

        @Schema(
                description =
                        "What waits to be published, or else what is in force. In a draft anything but the id may be missing.",
                implementation = StretchDraft.class)
        JsonNode document) {
    static OwnStretchView of(OwnStretch own) {
        return new OwnStretchView(
                own.id(),
                own.state(),
                own.version(),
                own.inForce().map(InForce::revision).orElse(null),
                own.inForce().flatMap(InForce::replacedBy).orElse(null),
                own.changedAt(),
                own.latest());
    }
}
