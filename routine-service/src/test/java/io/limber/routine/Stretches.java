package io.limber.routine;

import io.limber.contracts.Contraindication;
import io.limber.contracts.Dose;
import io.limber.contracts.Range;
import io.limber.contracts.Sides;
import io.limber.contracts.StretchPublished;
import io.limber.contracts.StretchWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builder for tests: a static stretch of the lower back, lying, held 10 to 20 to 30 seconds, once, unless said otherwise. */
public record Stretches(
        String id,
        int revision,
        String name,
        String kind,
        String position,
        List<String> regions,
        @Nullable Dose dose,
        List<Contraindication> contraindications,
        @Nullable String language,
        Map<String, String> translatedNames) {

    public static Stretches stretch(String id) {
        return new Stretches(
                id,
                1,
                "The " + id,
                "STATIC",
                "supine",
                List.of("lower-back"),
                new Dose(
                        new Range(10, 20, 30),
                        new Range(1, 1, 5),
                        new Range(1, 1, 3),
                        Sides.BOTH_TOGETHER,
                        new Range(1, 1, 3),
                        0),
                List.of(),
                null,
                Map.of());
    }

    public Stretches revision(int number) {
        return new Stretches(
                id, number, name, kind, position, regions, dose, contraindications, language, translatedNames);
    }

    public Stretches named(String text) {
        return new Stretches(
                id, revision, text, kind, position, regions, dose, contraindications, language, translatedNames);
    }

    public Stretches kind(String code) {
        return new Stretches(
                id, revision, name, code, position, regions, dose, contraindications, language, translatedNames);
    }

    public Stretches position(String code) {
        return new Stretches(
                id, revision, name, kind, code, regions, dose, contraindications, language, translatedNames);
    }

    public Stretches regions(String... codes) {
        return new Stretches(
                id, revision, name, kind, position, List.of(codes), dose, contraindications, language, translatedNames);
    }

    public Stretches dose(Range hold, Range repetitions, Sides sides, int rest) {
        Dose own = new Dose(hold, repetitions, new Range(1, 1, 3), sides, new Range(1, 1, 3), rest);
        return new Stretches(
                id, revision, name, kind, position, regions, own, contraindications, language, translatedNames);
    }

    public Stretches habit() {
        return new Stretches(
                id, revision, name, "HABIT", position, regions, null, contraindications, language, translatedNames);
    }

    public Stretches against(String code, Contraindication.Action action) {
        List<Contraindication> more = new ArrayList<>(contraindications);
        more.add(new Contraindication(code, action, "Because of " + code + "."));
        return new Stretches(id, revision, name, kind, position, regions, dose, more, language, translatedNames);
    }

    /** Whose words are in this language, by its code. */
    public Stretches in(String code) {
        return new Stretches(
                id, revision, name, kind, position, regions, dose, contraindications, code, translatedNames);
    }

    /** And what it is called in this language. */
    public Stretches translated(String code, String text) {
        Map<String, String> more = new TreeMap<>(translatedNames);
        more.put(code, text);
        return new Stretches(id, revision, name, kind, position, regions, dose, contraindications, language, more);
    }

    public StretchPublished published() {
        return new StretchPublished(
                id,
                revision,
                name,
                List.of(),
                kind,
                "BEGINNER",
                "FLOOR_SPACE",
                position,
                "A stretch.",
                "Lie down.",
                List.of("Pull."),
                "Breathe.",
                dose,
                regions,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                contraindications,
                language,
                translations());
    }

    private @Nullable Map<String, StretchWords> translations() {
        return translatedNames.isEmpty()
                ? null
                : translatedNames.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, name -> words(name.getValue())));
    }

    private static StretchWords words(String translated) {
        return new StretchWords(translated, List.of(), "S.", "L.", List.of("P."), "B.", List.of(), Map.of());
    }
}
