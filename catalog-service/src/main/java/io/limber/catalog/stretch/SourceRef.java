package io.limber.catalog.stretch;

/**
 * Where a fact is from.
 *
 * @param code of the vocabulary {@code sources}
 * @param tier how near to the issuing body: A, B or C
 */
public record SourceRef(String code, String tier) {}
