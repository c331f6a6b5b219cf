package io.limber.catalog.editing;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A tenant's own stretch as it is worked on.
 *
 * @param version raised by every edit, publication and retirement
 * @param draft the next revision, when something waits to be published
 * @param inForce what was published last
 */
public record OwnStretch(
        String id, long version, Optional<JsonNode> draft, Optional<InForce> inForce, Instant changedAt) {
    /**
     * A published revision.
     *
     * @param retired no longer offered
     */
    public record InForce(int revision, boolean retired, Optional<String> replacedBy, JsonNode document) {}

    /** Where a stretch stands. */
    public enum State {
        /** Never published. */
        DRAFT,
        /** Published, and nothing waits. */
        PUBLISHED,
        /** Published, and a next revision waits. */
        CHANGED,
        RETIRED
    }

    public State state() {
        if (inForce.isEmpty()) {
            return State.DRAFT;
        }
        if (inForce.get().retired()) {
            return State.RETIRED;
        }
        return draft.isPresent() ? State.CHANGED : State.PUBLISHED;
    }

    boolean isRetired() {
        return state() == State.RETIRED;
    }

    /** What waits to be published, or else what is in force; in the one form of drafts. */
    JsonNode latest() {
        return Drafts.canonical(draft.orElseGet(() -> inForce.orElseThrow().document()));
    }

    /** What is or was in force, in the one form of drafts. */
    public Optional<JsonNode> published() {
        return inForce.map(InForce::document).map(Drafts::canonical);
    }

    /** What waits to be published, in the one form of drafts. */
    public Optional<JsonNode> waiting() {
        return draft.map(Drafts::canonical);
    }

    int nextRevision() {
        return inForce.map(InForce::revision).orElse(0) + 1;
    }
}
