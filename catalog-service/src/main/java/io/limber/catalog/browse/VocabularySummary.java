package io.limber.catalog.browse;

import io.limber.catalog.vocabulary.Vocabulary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A vocabulary in the list.
 *
 * @param size how many codes it has
 */
@Schema(requiredProperties = {"name", "revision", "title", "size"})
public record VocabularySummary(String name, int revision, String title, int size) {
    static VocabularySummary of(Vocabulary vocabulary) {
        return new VocabularySummary(
                vocabulary.name(),
                vocabulary.revision(),
                vocabulary.title(),
                vocabulary.entries().size());
    }
}
