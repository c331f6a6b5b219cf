package io.limber.catalog.document;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A document as it lies in its table.
 *
 * @param published false once it is retired; the row stays, so that its id is never used again
 * @param hash of the content without its revision
 */
public record StoredDocument(String id, int revision, boolean published, String hash, JsonNode document) {}
