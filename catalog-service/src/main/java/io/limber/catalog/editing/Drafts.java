package io.limber.catalog.editing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.document.Characters;
import io.limber.catalog.document.DocumentJson;
import io.limber.catalog.document.Flaw;
import io.limber.catalog.document.Gaps;
import io.limber.catalog.language.Language;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.stretch.StretchRules;
import io.limber.catalog.vocabulary.Codes;
import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Drafts as JSON: a stretch of which anything but the id may be missing. Always in one form, so that equal drafts are equal bytes:
 * fields in the order of {@link StretchDraft}, nothing that is null, no revision.
 */
public final class Drafts {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_ID = 80;
    private static final String OF_AN_ID =
            "is lower-case words and numbers with dashes between, at most " + LONGEST_ID + " characters";
    private static final int LONGEST_TEXT = 2000;
    private static final int LONGEST_NAME = 120;
    private static final int MOST_ENTRIES = 60;

    /** Of the draft as JSON: what is in force and what waits then fit into one entry of an import, in YAML too. */
    private static final int LONGEST = 90_000;

    /** Beyond it numbers change their form in YAML; no place or angle comes near. */
    private static final int FARTHEST = 1_000_000;

    private static final String REVISION = "revision";

    private Drafts() {}

    /** Whether it has the form of a stretch's id. */
    public static boolean isId(String text) {
        return text.length() <= LONGEST_ID && ID.matcher(text).matches();
    }

    /**
     * The draft in its one form.
     *
     * @throws ProblemException 400 when an id has no acceptable form, or something cannot be kept
     */
    public static ObjectNode of(StretchDraft stretch) {
        String id = stretch.id();
        if (id == null || !isId(id)) {
            throw ProblemException.field("/id", OF_AN_ID);
        }
        ObjectNode draft = MAPPER.valueToTree(stretch);
        List<FieldError> errors = new ArrayList<>();
        measure(draft, "", errors);
        List<String> former = stretch.formerIds() == null ? List.of() : stretch.formerIds();
        for (int index = 0; index < former.size(); index++) {
            String one = former.get(index);
            if (one != null && !isId(one)) {
                errors.add(new FieldError("/formerIds/" + index, OF_AN_ID));
            }
        }
        Map<String, ?> translations = stretch.translations();
        if (translations != null) {
            translations.keySet().stream()
                    .filter(code -> Language.find(code).isEmpty())
                    .forEach(code -> errors.add(
                            new FieldError("/translations/" + code, "is no language of ours", Language.codes())));
        }
        if (draft.toString().length() > LONGEST) {
            errors.add(new FieldError("", "has at most " + LONGEST + " characters in all, as JSON"));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(CommonProblem.VALIDATION_FAILED, "The draft cannot be kept.", errors);
        }
        return draft;
    }

    private static void measure(JsonNode node, String pointer, List<FieldError> errors) {
        int longest = pointer.endsWith("/name") ? LONGEST_NAME : LONGEST_TEXT;
        if (node.isTextual()) {
            measure(node.textValue(), longest, pointer, errors);
        } else if (node.isNull()) {
            errors.add(new FieldError(pointer, "is missing"));
        } else if (node.isNumber() && !(Math.abs(node.doubleValue()) <= FARTHEST)) {
            errors.add(new FieldError(pointer, "is a number from " + -FARTHEST + " to " + FARTHEST));
        } else if (node.isContainerNode() && node.size() > MOST_ENTRIES) {
            errors.add(new FieldError(pointer, "has at most " + MOST_ENTRIES + " entries"));
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                measure(node.get(index), pointer + "/" + index, errors);
            }
        } else {
            node.fields().forEachRemaining(field -> {
                measure(field.getKey(), LONGEST_NAME, pointer, errors);
                measure(field.getValue(), pointer + "/" + escaped(field.getKey()), errors);
            });
        }
    }

    /** As part of a JSON pointer (RFC 6901). */
    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static void measure(String text, int longest, String pointer, List<FieldError> errors) {
        if (text.length() > longest) {
            errors.add(new FieldError(pointer, "has at most " + longest + " characters"));
        } else if (!Characters.allow(text)) {
            errors.add(new FieldError(pointer, "has a control character or half of a character"));
        }
    }

    /**
     * The stretch that the draft becomes as this revision.
     *
     * @throws ProblemException 422 with every field that is missing or wrong
     */
    static Stretch publishable(JsonNode draft, int revision, Codes codes) {
        ObjectNode document = withRevision(draft, revision);
        Stretch stretch = DocumentJson.read(document, Stretch.class);
        List<FieldError> errors = new ArrayList<>();
        Gaps.in(stretch).forEach(gap -> errors.add(new FieldError(gap, "is missing or empty")));
        if (errors.isEmpty()) {
            for (Flaw flaw : StretchRules.check(stretch, codes)) {
                errors.add(new FieldError(flaw.pointer(), flaw.what()));
            }
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    CatalogProblem.NOT_PUBLISHABLE, "Correct what is named, then publish it.", errors);
        }
        return stretch;
    }

    /** The document as it is stored once it is in force. */
    static ObjectNode withRevision(JsonNode draft, int revision) {
        ObjectNode document = MAPPER.createObjectNode();
        document.set("id", draft.get("id"));
        document.put(REVISION, revision);
        draft.fields().forEachRemaining(field -> {
            if (!field.getKey().equals("id")) {
                document.set(field.getKey(), field.getValue());
            }
        });
        return document;
    }

    /** A stored document, which the database keeps in an order of its own, in the one form of drafts. */
    static ObjectNode canonical(JsonNode document) {
        return MAPPER.valueToTree(DocumentJson.read(document, StretchDraft.class));
    }
}
