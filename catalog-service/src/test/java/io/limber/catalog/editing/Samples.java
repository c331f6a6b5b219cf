package io.limber.catalog.editing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.content.PackagedContent;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.vocabulary.Term;
import io.limber.catalog.vocabulary.VocabularyName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Stretches to draft. */
public final class Samples {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    /** Conditions that every exercise has to say something of. */
    private static final Set<String> ANY_PART =
            Set.of("RECENT_SURGERY_OTHER", "FRACTURE", "ACUTE_TEAR", "INFECTION", "HAEMATOMA");

    private Samples() {}

    public static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** A stretch as its draft was. */
    public static JsonNode draft(Stretch stretch) {
        return Drafts.canonical(MAPPER.valueToTree(stretch));
    }

    /** A draft that is nothing but its id. */
    public static ObjectNode bare(String id) {
        return MAPPER.createObjectNode().put("id", id);
    }

    /** The least that can be published. */
    public static ObjectNode habit(String id) {
        ObjectNode habit = (ObjectNode) json("""
                {"name": "Stand up to phone", "aliases": [], "kind": "HABIT", "difficulty": "BEGINNER",
                 "officeFit": "DESK", "position": "standing", "summary": "Gets you off the chair.",
                 "start": "Keep the phone out of reach.", "steps": ["Stand up when it rings."],
                 "breathing": "Breathe freely.", "regions": ["full-spine"], "muscles": [], "equipment": ["none"],
                 "movementClasses": [], "cautions": [], "contraindications": [], "sources": [],
                 "reviewStatus": "UNREVIEWED", "licence": "LicenseRef-Own"}""");
        return habit.put("id", id);
    }

    /** An exercise that bends the back, with what has to be said of that, a figure, and German words. */
    public static ObjectNode exercise(String id) {
        ObjectNode exercise = habit(id);
        exercise.put("name", "Desk bow").put("kind", "STATIC").put("position", "seated-chair");
        exercise.set("aliases", json("[\"Office bow\"]"));
        exercise.set("steps", json("[\"Sit at the front of the chair.\", \"Bend forward.\"]"));
        exercise.set("movementClasses", json("[\"SPINE-ROT\"]"));
        exercise.set("cautions", json("[{\"text\": \"Stop if you are dizzy.\"}]"));
        exercise.set("dose", json("""
                {"holdSeconds": {"min": 5, "default": 15, "max": 30}, "repetitions": {"min": 1, "default": 2, "max": 3},
                 "sets": {"min": 1, "default": 1, "max": 1}, "sides": "BOTH_TOGETHER",
                 "timesPerDay": {"min": 1, "default": 1, "max": 3}, "restSeconds": 5, "note": "Our choice."}"""));
        exercise.set("contraindications", demanded(exercise.path("movementClasses"), true));
        exercise.set("figure", json("""
                {"camera": {"yaw": 82.0, "pitch": 6.0}, "props": [{"kind": "CHAIR"}],
                 "poses": [{"step": 0, "base": "SITTING"}, {"step": 2, "joints": {"pelvis": {"pitch": 20.0}}}]}"""));
        exercise.set("translations", json("""
                {"de": {"name": "Verbeugung", "aliases": [], "summary": "Löst den Rücken.", "start": "Setzen Sie sich.",
                        "steps": ["Rutschen Sie nach vorn.", "Beugen Sie sich."], "breathing": "Atmen Sie.",
                        "cautions": ["Hören Sie auf, wenn Ihnen schwindlig wird."], "reasons": {}}}"""));
        return exercise;
    }

    /** What the conditions ask of something that moves so, no more. */
    public static ArrayNode demanded(JsonNode movementClasses, boolean isExercise) {
        List<String> classes = new ArrayList<>();
        movementClasses.forEach(code -> classes.add(code.asText()));
        ArrayNode demanded = MAPPER.createArrayNode();
        for (Term condition : PackagedContent.codes().of(VocabularyName.CONTRAINDICATIONS)) {
            String action = !disjoint(condition.avoid(), classes)
                    ? "AVOID"
                    : isExercise && ANY_PART.contains(condition.code())
                            ? "CLINICIAN"
                            : !disjoint(condition.modify(), classes) ? "MODIFY" : "";
            if (!action.isEmpty() && !condition.code().equals("RED_FLAG")) {
                demanded.addObject()
                        .put("code", condition.code())
                        .put("action", action)
                        .put("reason", "Because of " + condition.label() + ".")
                        .putArray("sources");
            }
        }
        return demanded;
    }

    private static boolean disjoint(@Nullable List<String> some, List<String> others) {
        return some == null || Collections.disjoint(some, others);
    }
}
