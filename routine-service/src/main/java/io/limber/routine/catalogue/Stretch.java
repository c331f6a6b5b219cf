package io.limber.routine.catalogue;

import io.limber.contracts.Contraindication;
import io.limber.contracts.Dose;
import io.limber.contracts.StretchPublished;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What routines and plans need to know of a stretch.
 *
 * @param dose null for a habit, which has none and cannot be part of a routine
 * @param retired no longer offered; routines made of it before go on
 */
public record Stretch(
        StretchId id,
        String name,
        String kind,
        String position,
        Set<String> regions,
        @Nullable Dose dose,
        List<Contraindication> contraindications,
        boolean retired) {
    public Stretch {
        regions = Set.copyOf(regions);
        contraindications = List.copyOf(contraindications);
    }

    static Stretch of(StretchPublished published, boolean retired) {
        return new Stretch(
                new StretchId(published.id()),
                published.name(),
                published.kind(),
                published.position(),
                Set.copyOf(published.regions()),
                published.dose(),
                published.contraindications(),
                retired);
    }

    /** Whether a new routine may have it. */
    public boolean offered() {
        return !retired && dose != null;
    }
}
