package io.limber.catalog.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import io.limber.catalog.document.ReviewStatus;
import io.limber.catalog.editing.StretchDraft;
import io.limber.catalog.language.Language;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Makes drafts of exercises of yuhonas/free-exercise-db (Unlicense). Words and what they are about, no more: it has no doses, no
 * contraindications and no safe choice of movements, so nothing of it is published without somebody's work. Its photographs have no
 * provable origin and are left out.
 */
final class ExerciseMapping {
    private static final String LICENCE = "Unlicense";
    private static final String AUTHOR = "The contributors of free-exercise-db";
    private static final String SOURCE = "https://github.com/yuhonas/free-exercise-db";
    private static final int LONGEST_ID = 80;

    private static final Map<String, List<String>> REGIONS = Map.ofEntries(
            Map.entry("abdominals", List.of("abdomen")),
            Map.entry("abductors", List.of("outer-hip")),
            Map.entry("adductors", List.of("inner-thigh")),
            Map.entry("biceps", List.of("upper-arm")),
            Map.entry("calves", List.of("calf")),
            Map.entry("chest", List.of("chest")),
            Map.entry("forearms", List.of("forearm")),
            Map.entry("glutes", List.of("glute")),
            Map.entry("hamstrings", List.of("hamstring")),
            Map.entry("lats", List.of("side-trunk", "upper-back")),
            Map.entry("lower back", List.of("lower-back")),
            Map.entry("middle back", List.of("upper-back")),
            Map.entry("neck", List.of("neck")),
            Map.entry("quadriceps", List.of("front-thigh")),
            Map.entry("shoulders", List.of("shoulder")),
            Map.entry("traps", List.of("neck", "shoulder")),
            Map.entry("triceps", List.of("upper-arm")));
    private static final Map<String, String> DIFFICULTIES =
            Map.of("beginner", "BEGINNER", "intermediate", "INTERMEDIATE", "expert", "ADVANCED");
    private static final String STRETCHING = "stretching";

    private ExerciseMapping() {}

    static StretchDraft draft(JsonNode exercise) {
        String name = exercise.path("name").asText();
        List<String> instructions = texts(exercise.path("instructions"));
        return new StretchDraft(
                id(exercise.path("id").asText(name)),
                null,
                Language.EN,
                name.isBlank() ? null : name,
                List.of(),
                kind(exercise),
                DIFFICULTIES.get(exercise.path("level").asText()),
                null,
                null,
                null,
                null,
                instructions.isEmpty() ? null : instructions,
                null,
                null,
                regions(exercise),
                null,
                null,
                null,
                List.of(),
                null,
                List.of(),
                ReviewStatus.UNREVIEWED,
                LICENCE,
                AUTHOR,
                SOURCE,
                null,
                null);
    }

    /** What is neither held nor strength is left open. */
    private static @Nullable String kind(JsonNode exercise) {
        if (exercise.path("force").asText().equals("static")) {
            return "STATIC";
        }
        return exercise.path("category").asText().equals(STRETCHING) ? null : "STRENGTHENING";
    }

    private static List<String> regions(JsonNode exercise) {
        Set<String> regions = new LinkedHashSet<>();
        for (String field : List.of("primaryMuscles", "secondaryMuscles")) {
            texts(exercise.path(field)).forEach(muscle -> regions.addAll(REGIONS.getOrDefault(muscle, List.of())));
        }
        return new ArrayList<>(regions);
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank())
                .toList();
    }

    /** Its ids have capitals and underscores; ours are lower-case words with dashes. */
    static String id(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-");
        String id = "fed-" + plain.replaceAll("^-|-$", "");
        return id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID).replaceAll("-$", "") : id;
    }
}
