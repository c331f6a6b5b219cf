package io.limber.catalog.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * One stretch as it comes and goes: where it stands, what is in force, and the draft that waits.
 *
 * @param state DRAFT, PUBLISHED, CHANGED or RETIRED
 * @param replacedBy of a retired one: what to do instead
 * @param published what is or was in force, in the one form of drafts; null on one that was never published
 * @param draft null when nothing waits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TransferLine(
        String id,
        String state,
        @Nullable String replacedBy,
        @Nullable JsonNode published,
        @Nullable JsonNode draft) {}
