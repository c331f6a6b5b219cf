package io.limber.catalog.snapshot;

import io.limber.catalog.language.Language;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.stretch.StretchText;
import io.limber.catalog.stretch.Wording;
import java.util.Map;
import java.util.Optional;

/**
 * A stretch as one tenant sees it.
 *
 * @param own whether it is the tenant's own
 * @param wording the tenant's own words for it, by language
 */
public record Shown(
        Stretch stretch, Status status, Optional<String> replacedBy, boolean own, Map<String, Wording> wording) {
    /** Whether it is offered. */
    public enum Status {
        PUBLISHED,
        /** No longer offered to anybody; old routines may still have it. */
        RETIRED,
        /** Not offered by this tenant. */
        HIDDEN
    }

    /** The language its words are shown in to somebody who wants {@code wanted}. */
    public Language language(Language wanted) {
        return stretch.in(wanted).isPresent() ? wanted : stretch.ownLanguage();
    }

    /** Its words, with those of the tenant in front. */
    public StretchText text(Language wanted) {
        Language language = language(wanted);
        StretchText text = stretch.shownIn(language);
        Wording own = wording.get(language.code());
        return own == null ? text : own.over(text);
    }

    /** Whether the tenant says it in words of its own. */
    public boolean reworded() {
        return !wording.isEmpty();
    }
}
