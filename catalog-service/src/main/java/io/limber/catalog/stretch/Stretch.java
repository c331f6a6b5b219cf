package io.limber.catalog.stretch;

import io.limber.catalog.document.Document;
import io.limber.catalog.document.ReviewStatus;
import io.limber.catalog.figure.Figure;
import io.limber.catalog.language.Language;
import io.limber.contracts.StretchPublished;
import io.limber.contracts.StretchWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An item of the catalogue, as its file and its row hold it. Codes are of the vocabularies.
 *
 * @param formerIds ids it was known by before; they still lead here. Absent: none
 * @param language of the words below; absent: English
 * @param dose null only for a habit
 * @param licence by its SPDX identifier, a code of the vocabulary {@code licences}
 * @param author who holds the rights; absent: the authors of Limber
 * @param source where words or facts were taken from; absent: they are our own
 * @param figure how it is drawn; absent: not yet
 * @param translations the words in other languages, by code; absent: none
 */
public record Stretch(
        String id,
        int revision,
        @Nullable List<String> formerIds,
        @Nullable Language language,
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
        String licence,
        @Nullable String author,
        @Nullable String source,
        @Nullable Figure figure,
        @Nullable Map<String, StretchText> translations)
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
    public int seconds() {
        return dose == null ? 0 : DoseTime.seconds(dose);
    }

    /** The conditions whose bearers do without it, for good or until a clinician agreed; {@link #RED_FLAG} is not among them. */
    public List<String> ruledOutBy() {
        return contraindications.stream()
                .filter(Contraindication::rulesOut)
                .map(Contraindication::code)
                .toList();
    }

    /** The language of the words that come first. */
    public Language ownLanguage() {
        return language == null ? Language.FALLBACK : language;
    }

    public List<String> earlierIds() {
        return formerIds == null ? List.of() : formerIds;
    }

    /** The words in this language; empty when nobody has translated them. */
    public Optional<StretchText> in(Language wanted) {
        return wanted == ownLanguage()
                ? Optional.of(ownText())
                : Optional.ofNullable(translations).map(all -> all.get(wanted.code()));
    }

    /** The words in this language, or else its own. */
    public StretchText shownIn(Language wanted) {
        return in(wanted).orElseGet(this::ownText);
    }

    /** The languages it can be read in, its own first. */
    public List<Language> languages() {
        List<Language> languages = new ArrayList<>(List.of(ownLanguage()));
        Arrays.stream(Language.values())
                .filter(one -> one != ownLanguage() && in(one).isPresent())
                .forEach(languages::add);
        return languages;
    }

    private StretchText ownText() {
        Map<String, String> reasons = new LinkedHashMap<>();
        contraindications.forEach(one -> reasons.put(one.code(), one.reason()));
        return new StretchText(
                name,
                aliases,
                summary,
                start,
                steps,
                breathing,
                cautions.stream().map(Caution::text).toList(),
                reasons);
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
                        .toList(),
                ownLanguage().code(),
                translations == null ? null : published(translations));
    }

    private static Map<String, StretchWords> published(Map<String, StretchText> translations) {
        Map<String, StretchWords> published = new LinkedHashMap<>();
        translations.forEach((language, text) -> published.put(language, text.published()));
        return published;
    }
}
