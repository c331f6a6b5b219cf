package io.limber.catalog.stretch;

import io.limber.catalog.document.Document;
import io.limber.catalog.document.ReviewStatus;
import io.limber.contracts.StretchPublished;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item of the catalogue, as its file and its row hold it. Codes are of the vocabularies.
 *
 * @param dose null only for a habit
 */
public record Stretch(
        String id,
        int revision,
        String name,
        List<String> aliases,
        String kind,
        String difficulty,
        String officeFit,
        String position,
        String summary,
        String start,
        List<String> steps,
        String breathing,
        @Nullable Dose dose,
        List<String> regions,
        List<String> muscles,
        List<String> equipment,
        List<String> movementClasses,
        List<Caution> cautions,
        List<Contraindication> contraindications,
        List<SourceRef> sources,
        ReviewStatus reviewStatus,
        String licence)
        implements Document {
    @Override
    public String documentId() {
        return id;
    }

    /** The kind that has no dose: a tip for daily life. */
    public static final String HABIT = "HABIT";

    /** The condition under which nothing of the catalogue is right, said once here and not on every item. */
    public static final String RED_FLAG = "RED_FLAG";

    /** Seconds of the default dose; a habit takes none. */
    int seconds() {
        return dose == null ? 0 : DoseTime.seconds(dose);
    }

    boolean ruledOutBy(Set<String> conditions) {
        return conditions.contains(RED_FLAG)
                || contraindications.stream().anyMatch(one -> conditions.contains(one.code()) && one.rulesOut());
    }

    /** As others hear of it. */
    public StretchPublished published() {
        return new StretchPublished(
                id,
                revision,
                name,
                aliases,
                kind,
                difficulty,
                officeFit,
                position,
                summary,
                start,
                steps,
                breathing,
                dose == null ? null : dose.published(),
                regions,
                muscles,
                equipment,
                movementClasses,
                cautions.stream().map(Caution::text).toList(),
                contraindications.stream()
                        .map(one -> new io.limber.contracts.Contraindication(one.code(), one.action(), one.reason()))
                        .toList());
    }
}
