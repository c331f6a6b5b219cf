package io.limber.catalog.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All vocabularies.
 *
 * @param next always null: there is one page
 */
public record VocabularyList(
        List<VocabularySummary> items, @Nullable String next) {}
