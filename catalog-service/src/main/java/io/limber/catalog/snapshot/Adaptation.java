package io.limber.catalog.snapshot;

import io.limber.catalog.language.Language;
import io.limber.catalog.stretch.Wording;
import java.util.Map;
import java.util.Optional;

/**
 * What a tenant makes of a global stretch.
 *
 * @param wording by language
 */
record Adaptation(String id, boolean hidden, Map<String, Wording> wording) {
    boolean changesNothing() {
        return !hidden && wording.isEmpty();
    }

    Optional<Wording> in(Language language) {
        return Optional.ofNullable(wording.get(language.code()));
    }
}
