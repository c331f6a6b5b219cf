package io.limber.catalog.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.language.Language;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The words in other languages, from {@code translations/<language>/<folder>/<name>.yaml}, put into the documents they belong
 * to. Each file says in {@code of} of which English words it is a translation, so that changed English is not read beside an old
 * translation unnoticed.
 */
final class Translations {
    private static final String FOLDER = "translations/";
    private static final int OF_BYTES = 6;

    private final Map<String, JsonNode> files;
    private final List<Mistake> mistakes;
    private final Map<Language, Map<String, String>> reasons = new EnumMap<>(Language.class);

    /**
     * @param files every file of the content, parsed
     */
    Translations(Map<String, JsonNode> files, List<Mistake> mistakes) {
        this.files = files;
        this.mistakes = mistakes;
        Language.translations().forEach(language -> reasons.put(language, reasons(language)));
    }

    /** Whether a file is one of these and nothing of its own. */
    static boolean has(String file) {
        return file.startsWith(FOLDER);
    }

    void addTo(String folder, String name, ObjectNode document) {
        for (Language language : Language.translations()) {
            String file = FOLDER + language.code() + "/" + folder + "/" + name + ".yaml";
            JsonNode words = files.get(file);
            if (words == null) {
                mistakes.add(new Mistake(file, "", "is missing"));
            } else if (isOf(file, words, folder, document)) {
                switch (folder) {
                    case "stretches" -> addStretch(language, (ObjectNode) words, document);
                    case "vocabularies" -> addVocabulary(language, file, words, document);
                    default -> translations(document).set(language.code(), without(words, "of"));
                }
            }
        }
    }

    private boolean isOf(String file, JsonNode words, String folder, ObjectNode document) {
        String of = hash(english(folder, document));
        if (!words.path("of").asText().equals(of)) {
            mistakes.add(
                    new Mistake(file, "/of", "the English words are '" + of + "' now: look at them and say so here"));
            return false;
        }
        return words.isObject();
    }

    private void addStretch(Language language, ObjectNode words, ObjectNode document) {
        ObjectNode own = without(words, "of");
        ObjectNode ownReasons = own.putObject("reasons");
        for (JsonNode one : document.path("contraindications")) {
            String english = one.path("reason").asText();
            String translated = known(language).get(english);
            if (translated == null) {
                mistakes.add(new Mistake(reasonsFile(language), "", "has no translation of: " + english));
            } else {
                ownReasons.put(one.path("code").asText(), translated);
            }
        }
        translations(document).set(language.code(), own);
    }

    private void addVocabulary(Language language, String file, JsonNode words, ObjectNode document) {
        translations(document).set(language.code(), words.path("title"));
        for (JsonNode entry : document.path("entries")) {
            JsonNode own = words.path("entries").path(entry.path("code").asText());
            if (own.isMissingNode()) {
                mistakes.add(new Mistake(file, "/entries/" + entry.path("code").asText(), "is missing"));
            } else {
                translations((ObjectNode) entry).set(language.code(), own);
            }
        }
    }

    private Map<String, String> reasons(Language language) {
        Map<String, String> translated = new HashMap<>();
        JsonNode list = files.get(reasonsFile(language));
        if (list == null) {
            mistakes.add(new Mistake(reasonsFile(language), "", "is missing"));
            return translated;
        }
        list.forEach(one -> translated.put(
                one.path(Language.FALLBACK.code()).asText(),
                one.path(language.code()).asText()));
        return translated;
    }

    private Map<String, String> known(Language language) {
        return reasons.getOrDefault(language, Map.of());
    }

    private static String reasonsFile(Language language) {
        return FOLDER + language.code() + "/reasons.yaml";
    }

    private static ObjectNode translations(ObjectNode document) {
        return document.withObject("/translations");
    }

    private static ObjectNode without(JsonNode words, String field) {
        ObjectNode copy = words.deepCopy();
        copy.remove(field);
        return copy;
    }

    /** Every English text that a translation file has a translation of, in its order. */
    private static List<String> english(String folder, JsonNode document) {
        List<String> texts = new ArrayList<>();
        switch (folder) {
            case "stretches" -> {
                add(texts, document, "name", "aliases", "summary", "start", "steps", "breathing");
                document.path("cautions").forEach(caution -> add(texts, caution, "text"));
            }
            case "vocabularies" -> {
                add(texts, document, "title");
                document.path("entries").forEach(entry -> add(texts, entry, "label", "description"));
            }
            default -> {
                add(texts, document, "title", "summary");
                document.path("items").forEach(item -> add(texts, item, "text"));
            }
        }
        return texts;
    }

    private static void add(List<String> texts, JsonNode node, String... fields) {
        Arrays.stream(fields).map(node::path).forEach(value -> {
            if (value instanceof ArrayNode list) {
                list.forEach(one -> texts.add(one.asText()));
            } else if (!value.isMissingNode()) {
                texts.add(value.asText());
            }
        });
    }

    private static String hash(List<String> texts) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", texts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, OF_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
