package io.limber.routine.catalogue;

import io.limber.contracts.Contraindication;
import io.limber.contracts.Dose;
import io.limber.contracts.StretchAdapted;
import io.limber.contracts.StretchPublished;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What routines and plans need to know of a stretch, as a tenant sees it.
 *
 * @param dose null for a habit, which has none and cannot be part of a routine
 * @param withdrawn no longer offered, because it is retired or the tenant hides it; routines made of it before go on
 */
public record Stretch(
        StretchId id,
        StretchNames names,
        String kind,
        String position,
        Set<String> regions,
        @Nullable Dose dose,
        List<Contraindication> contraindications,
        boolean withdrawn) {
    public Stretch {
        regions = Set.copyOf(regions);
        contraindications = List.copyOf(contraindications);
    }

    /**
     * @param adaptation null when the tenant makes nothing of it
     */
    static Stretch of(StretchPublished published, boolean retired, @Nullable StretchAdapted adaptation) {
        return new Stretch(
                new StretchId(published.id()),
                StretchNames.of(published, adaptation),
                published.kind(),
                published.position(),
                Set.copyOf(published.regions()),
                published.dose(),
                published.contraindications(),
                retired || (adaptation != null && adaptation.hidden()));
    }

    /** Its English name, or that in its own language when it has none. */
    public String name() {
        return names.inEnglish();
    }

    /** Whether a new routine may have it. */
    public boolean offered() {
        return !withdrawn && dose != null;
    }
}
