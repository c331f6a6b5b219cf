package io.limber.catalog.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.content.PackagedContent;
import io.limber.catalog.editing.Samples;
import io.limber.catalog.vocabulary.Codes;
import io.limber.catalog.vocabulary.Term;
import io.limber.catalog.vocabulary.VocabularyName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Stretches of any kind, with words that are hard to write down: what looks like something else in YAML or JSON, every kind of
 * line end, letters of many scripts.
 */
final class RandomStretches {
    private static final List<String> TRICKY = List.of(
            "no",
            "Yes",
            "null",
            "~",
            "true",
            "on",
            "0x1F",
            "0o17",
            "010",
            "1_000",
            "1e3",
            "-.inf",
            ".nan",
            "12:30:45",
            "2001-01-01",
            "- x",
            "-",
            "---",
            "--- x",
            "...",
            "? x",
            ": x",
            "a: b",
            "a:",
            "# x",
            "a #b",
            "<<",
            "=",
            "*a",
            "&a x",
            "!!int 5",
            "!x",
            "%TAG",
            "@x",
            "`x`",
            "|",
            ">",
            "|-\n x",
            "[x]",
            "{x: y}",
            "x]",
            ",",
            "'x'",
            "\"x\"",
            "'",
            "\"",
            "''",
            "\\",
            "\\n",
            "C:\\temp",
            "\\u0041",
            "</script>",
            "x\ny",
            "x\n\ny\n",
            "\nx",
            "x\n",
            "x\n\n\n",
            " x",
            "x ",
            " x\n  y",
            "x \ny",
            "x\n y\n",
            "\tx\ty",
            "x\r\ny",
            "x\ry",
            "x\u2028y\u2029z",
            "x\ny\u2028",
            "x\ny\u2029",
            "\uFEFFx",
            "\u00A0x\u00A0",
            "\u200Fx\u202E",
            "\uFFFDx",
            "Übung für Ärzte, 50 %",
            "ελληνικά",
            "日本語の体操",
            "עברית",
            "ไทย",
            "e\u0301",
            "🧘‍♀️ x",
            "𝔵",
            "\uD83D\uDE00\uD83D\uDE00",
            "---\nx\n---\ny",
            "x\n---\n",
            "...\nx",
            "x\n...\n");

    private static final List<String> BARRED = List.of("NECK-FAST", "BALLISTIC");
    private static final List<String> LANGUAGES = List.of("en", "de", "es", "fr");
    private static final List<String> FIGURES_OF = PackagedContent.stretches().stream()
            .filter(stretch -> stretch.figure() != null)
            .map(stretch -> Samples.draft(stretch).path("figure").toString())
            .toList();

    private final Random random;
    private final Codes codes = PackagedContent.codes();

    RandomStretches(long seed) {
        this.random = new Random(seed);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    /** One that can be published. */
    ObjectNode publishable(String id) {
        ObjectNode stretch = Samples.bare(id);
        String kind = code(VocabularyName.KINDS);
        boolean isExercise = !kind.equals("HABIT");
        if (chance(30)) {
            texts(stretch.putArray("formerIds"), List.of("was-" + id, "once-" + id));
        }
        String language = chance(50) ? code(LANGUAGES) : "en";
        if (!language.equals("en") || chance(20)) {
            stretch.put("language", language);
        }
        stretch.put("name", words(120))
                .put("kind", kind)
                .put("summary", words(2000))
                .put("start", words(2000));
        stretch.put("difficulty", code(VocabularyName.DIFFICULTIES));
        stretch.put("officeFit", code(VocabularyName.OFFICE_FITS));
        stretch.put("position", code(VocabularyName.POSITIONS));
        texts(stretch.putArray("aliases"), some(4));
        JsonNode figure = chance(50) ? Samples.json(code(FIGURES_OF)) : null;
        ArrayNode steps = stretch.putArray("steps");
        do {
            steps.add(words(300));
        } while (steps.size() < 1 + random.nextInt(6) || steps.size() < steps(figure));
        if (figure != null) {
            stretch.set("figure", figure);
        }
        stretch.put("breathing", words(2000));
        if (isExercise) {
            stretch.set("dose", dose());
        }
        texts(stretch.putArray("regions"), subset(codes.codes(VocabularyName.REGIONS), 1));
        texts(stretch.putArray("muscles"), subset(codes.codes(VocabularyName.MUSCLES), 0));
        texts(stretch.putArray("equipment"), subset(codes.codes(VocabularyName.EQUIPMENT), 0));
        List<String> classes = new ArrayList<>(subset(codes.codes(VocabularyName.MOVEMENT_CLASSES), 0));
        classes.removeAll(BARRED);
        texts(stretch.putArray("movementClasses"), classes);
        cautions(stretch.putArray("cautions"));
        stretch.set("contraindications", contraindications(stretch, isExercise));
        sources(stretch.putArray("sources"));
        stretch.put("reviewStatus", chance(50) ? "REVIEWED" : "UNREVIEWED");
        stretch.put("licence", code(VocabularyName.LICENCES));
        if (chance(50)) {
            stretch.put("author", words(200));
        }
        if (chance(50)) {
            stretch.put("source", words(200));
        }
        translate(stretch, language);
        return stretch;
    }

    /** One of which anything may be missing or nonsense, as long as it can be kept. */
    ObjectNode draft(String id) {
        ObjectNode draft = publishable(id);
        List<String> fields = new ArrayList<>();
        draft.fieldNames().forEachRemaining(fields::add);
        fields.remove("id");
        Collections.shuffle(fields, random);
        draft.remove(fields.subList(0, random.nextInt(fields.size() + 1)));
        if (chance(20)) {
            draft.put("summary", chance(50) ? "" : " \n ").put("kind", words(30));
        }
        if (chance(20)) {
            texts(draft.putArray("regions"), List.of("", words(20), "same", "same"));
        }
        if (chance(20)) {
            draft.putArray("cautions").addObject();
        }
        if (chance(30)) {
            ObjectNode text = draft.putObject("translations").putObject(code(LANGUAGES));
            ObjectNode reasons = text.putObject("reasons");
            some(6).forEach(key -> reasons.put(key.substring(0, Math.min(key.length(), 100)), words(50)));
        }
        if (chance(30)) {
            draft.set("figure", nonsense());
        }
        return draft;
    }

    private ObjectNode nonsense() {
        ObjectNode figure = Samples.bare("x").without("id");
        if (chance(50)) {
            figure.putObject("camera").put("yaw", number()).put("pitch", 12.5);
        }
        if (chance(50)) {
            figure.put("margin", number()).put("spoken", "LEFT");
        }
        texts(figure.putArray("focus"), some(3));
        for (ArrayNode poses = figure.putArray("poses"); poses.size() < random.nextInt(3); ) {
            ObjectNode pose = poses.addObject().put("step", random.nextInt(9) - 2);
            ObjectNode joints = pose.putObject("joints");
            for (int count = random.nextInt(4); count > 0; count--) {
                joints.putObject(words(60)).put(words(20), number());
            }
            pose.putArray("at").add(number()).add(number());
            ObjectNode reach = pose.putObject("reach").putObject(code(TRICKY));
            reach.put("free", false).put("on", words(20)).putArray("offset").add(number());
            pose.putArray("arrows").addObject().put("bow", number());
            pose.putObject("nearer").put(code(TRICKY), number());
        }
        return figure;
    }

    private double number() {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextInt(2001) - 1000;
            case 1 -> random.nextDouble() * 2e6 - 1e6;
            case 2 -> random.nextDouble() * 1e-9;
            case 3 -> -0.0;
            default -> random.nextGaussian();
        };
    }

    private static int steps(@Nullable JsonNode figure) {
        int most = 0;
        if (figure != null) {
            for (JsonNode pose : figure.path("poses")) {
                most = Math.max(most, pose.path("step").asInt());
            }
        }
        return most;
    }

    private ObjectNode dose() {
        ObjectNode dose = Samples.bare("x").without("id");
        for (String field : List.of("holdSeconds", "repetitions", "sets", "timesPerDay")) {
            int min = 1 + random.nextInt(5);
            int normal = min + random.nextInt(5);
            dose.putObject(field).put("min", min).put("default", normal).put("max", normal + random.nextInt(5));
        }
        return dose.put("sides", chance(50) ? "BOTH_TOGETHER" : "LEFT_AND_RIGHT")
                .put("restSeconds", random.nextInt(30))
                .put("note", words(200));
    }

    private void cautions(ArrayNode cautions) {
        while (chance(60) && cautions.size() < 5) {
            ObjectNode caution = cautions.addObject().put("text", words(200));
            if (chance(50)) {
                caution.put("when", code(VocabularyName.CONTRAINDICATIONS));
            }
        }
    }

    /** What has to be, sometimes stricter, and sometimes more. */
    private ArrayNode contraindications(ObjectNode stretch, boolean isExercise) {
        ArrayNode all = Samples.demanded(stretch.path("movementClasses"), isExercise);
        List<String> free = new ArrayList<>(codes.codes(VocabularyName.CONTRAINDICATIONS));
        free.remove("RED_FLAG");
        for (JsonNode one : all) {
            free.remove(one.path("code").asText());
            String action = one.path("action").asText();
            if (chance(20)) {
                action = "AVOID";
            } else if (action.equals("MODIFY") && chance(30)) {
                action = "CLINICIAN";
            }
            ((ObjectNode) one).put("action", action).put("reason", words(200));
            texts(((ObjectNode) one).putArray("sources"), subset(codes.codes(VocabularyName.SOURCES), 0));
        }
        subset(free, 0)
                .forEach(code -> all.addObject()
                        .put("code", code)
                        .put("action", code(List.of("AVOID", "CLINICIAN", "MODIFY")))
                        .put("reason", words(200))
                        .putArray("sources"));
        if (isExercise) {
            all.forEach(one -> requireClinician((ObjectNode) one));
        }
        return all;
    }

    private static void requireClinician(ObjectNode one) {
        boolean isAnyPart = List.of("RECENT_SURGERY_OTHER", "FRACTURE", "ACUTE_TEAR", "INFECTION", "HAEMATOMA")
                .contains(one.path("code").asText());
        if (isAnyPart && one.path("action").asText().equals("MODIFY")) {
            one.put("action", "CLINICIAN");
        }
    }

    private void sources(ArrayNode sources) {
        for (String code : subset(codes.codes(VocabularyName.SOURCES), 0)) {
            Term source = codes.find(VocabularyName.SOURCES, code).orElseThrow();
            sources.addObject().put("code", code).put("tier", source.tier());
        }
    }

    private void translate(ObjectNode stretch, String language) {
        List<String> others = new ArrayList<>(LANGUAGES);
        others.remove(language);
        List<String> wanted = subset(others, 0);
        if (wanted.isEmpty()) {
            return;
        }
        ObjectNode translations = stretch.putObject("translations");
        for (String other : wanted) {
            ObjectNode text = translations.putObject(other);
            text.put("name", words(120))
                    .put("summary", words(300))
                    .put("start", words(300))
                    .put("breathing", words(300));
            texts(text.putArray("aliases"), some(3));
            texts(text.putArray("steps"), some(3));
            texts(text.putArray("cautions"), some(2));
            ObjectNode reasons = text.putObject("reasons");
            stretch.path("contraindications").forEach(one -> {
                if (chance(70)) {
                    reasons.put(one.path("code").asText(), words(100));
                }
            });
        }
    }

    /** Says something, in at most so many characters. */
    private String words(int most) {
        StringBuilder words = new StringBuilder(code(TRICKY));
        while (chance(60)) {
            words.append(chance(50) ? " " : "").append(code(TRICKY));
        }
        if (chance(3)) {
            words.append("long ".repeat(400));
        }
        int end = Math.min(words.length(), most);
        // No half of a character.
        if (end < words.length() && Character.isHighSurrogate(words.charAt(end - 1))) {
            end--;
        }
        return words.substring(0, end);
    }

    private List<String> some(int most) {
        List<String> some = new ArrayList<>();
        for (int count = random.nextInt(most + 1); count > 0; count--) {
            some.add(words(200));
        }
        return some;
    }

    private List<String> subset(List<String> all, int least) {
        List<String> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(all.size(), least + random.nextInt(4)));
    }

    private String code(VocabularyName vocabulary) {
        return code(codes.codes(vocabulary));
    }

    private String code(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static void texts(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }
}
