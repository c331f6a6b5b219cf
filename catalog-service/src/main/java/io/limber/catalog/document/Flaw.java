package io.limber.catalog.document;

/**
 * What is wrong with a document.
 *
 * @param pointer JSON pointer to it
 */
public record Flaw(String pointer, String what) {}
