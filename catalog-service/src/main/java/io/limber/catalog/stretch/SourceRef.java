package io.limber.catalog.stretch;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a fact is from.
 *
 * @param code of the vocabulary {@code sources}
 * @param tier how near to the issuing body: A, B or C
 */
@Schema(
        description = "Where facts are from: a code of the vocabulary sources, and how near it is to the issuing body.",
        requiredProperties = {"code", "tier"})
public record SourceRef(String code, String tier) {}
