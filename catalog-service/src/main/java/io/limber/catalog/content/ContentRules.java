package io.limber.catalog.content;

import io.limber.catalog.document.Document;
import io.limber.catalog.guidance.Guidance;
import io.limber.catalog.guidance.Rule;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.stretch.StretchRules;
import io.limber.catalog.vocabulary.Codes;
import io.limber.catalog.vocabulary.Term;
import io.limber.catalog.vocabulary.Vocabulary;
import io.limber.catalog.vocabulary.VocabularyName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold across files; {@code content/README.md} says it for authors. */
final class ContentRules {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final String RED_FLAGS = "red-flags";

    private final Content content;
    private final Codes codes;
    private final List<Mistake> mistakes = new ArrayList<>();

    private ContentRules(Content content) {
        this.content = content;
        this.codes = Codes.of(
                content.vocabularies().stream().map(ContentDocument::value).toList());
    }

    static List<Mistake> check(Content content) {
        ContentRules rules = new ContentRules(content);
        rules.checkVocabularies();
        // Without every vocabulary each item would be wrong, which says nothing about the items.
        if (rules.mistakes.isEmpty()) {
            rules.checkGuidance();
            rules.checkStretches();
            rules.checkRetired();
            rules.mistakes.addAll(TextRules.check(content));
        }
        return rules.mistakes;
    }

    private void checkVocabularies() {
        for (VocabularyName name : VocabularyName.values()) {
            if (content.vocabularies().stream()
                    .noneMatch(file -> file.value().name().equals(name.wire()))) {
                mistakes.add(new Mistake("vocabularies/" + name.wire() + ".yaml", "", "is missing"));
            }
        }
        for (ContentDocument<Vocabulary> file : content.vocabularies()) {
            checkHead(file, "/name");
            checkUnique(file.file(), "/entries", file.value().codes());
            for (Term term : file.value().entries()) {
                String field = "/entries/" + term.code();
                requireKnown(file.file(), field + "/sources", VocabularyName.SOURCES, orNone(term.sources()));
                requireKnown(file.file(), field + "/avoid", VocabularyName.MOVEMENT_CLASSES, orNone(term.avoid()));
                requireKnown(file.file(), field + "/modify", VocabularyName.MOVEMENT_CLASSES, orNone(term.modify()));
            }
        }
    }

    private void checkGuidance() {
        for (ContentDocument<Guidance> file : content.guidance()) {
            checkHead(file, "/id");
            List<Rule> rules = file.value().items();
            checkUnique(file.file(), "/items", rules.stream().map(Rule::id).toList());
            for (int index = 0; index < rules.size(); index++) {
                Rule rule = rules.get(index);
                String field = "/items/" + index;
                requireKnown(file.file(), field + "/sources", VocabularyName.SOURCES, rule.sources());
                boolean isFlag = file.value().id().equals(RED_FLAGS);
                if (isFlag != (rule.route() != null)) {
                    mistakes.add(new Mistake(
                            file.file(),
                            field + "/route",
                            isFlag ? "a warning sign says where to go" : "only warning signs have a route"));
                }
            }
        }
    }

    private void checkRetired() {
        List<String> ids =
                content.stretches().stream().map(file -> file.value().id()).toList();
        content.retired().stream()
                .filter(one -> one.replacedBy() != null && !ids.contains(one.replacedBy()))
                .forEach(one -> mistakes.add(
                        new Mistake("retired.yaml", "/stretches/" + one.id(), "is replaced by what is not there")));
    }

    private void checkStretches() {
        Map<String, String> ids = new HashMap<>();
        for (ContentDocument<Stretch> file : content.stretches()) {
            Stretch stretch = file.value();
            for (String id : Stream.concat(Stream.of(stretch.id()), stretch.earlierIds().stream())
                    .toList()) {
                String other = ids.put(id, file.file());
                if (other != null) {
                    mistakes.add(new Mistake(file.file(), "/formerIds", "'" + id + "' is in " + other + " too"));
                }
            }
            if (stretch.figure() == null) {
                mistakes.add(new Mistake(file.file(), "/figure", "is missing: it lies in figures/"));
            }
        }
        for (ContentDocument<Stretch> file : content.stretches()) {
            checkHead(file, "/id");
            if (content.retired().stream()
                    .anyMatch(one -> one.id().equals(file.value().id()))) {
                mistakes.add(new Mistake(
                        file.file(), "/id", "'" + file.value().id() + "' is in retired.yaml and cannot come back"));
            }
            StretchRules.check(file.value(), codes)
                    .forEach(flaw -> mistakes.add(new Mistake(file.file(), flaw.pointer(), flaw.what())));
        }
    }

    private void checkHead(ContentDocument<? extends Document> file, String field) {
        String id = file.value().documentId();
        String name = file.file().substring(file.file().lastIndexOf('/') + 1);
        if (!ID.matcher(id).matches()) {
            mistakes.add(new Mistake(file.file(), field, "'" + id + "' is not lower-case words with dashes"));
        } else if (!name.equals(id + ".yaml")) {
            mistakes.add(new Mistake(file.file(), field, "'" + id + "' is not the file's name"));
        }
        if (file.value().revision() < 1) {
            mistakes.add(new Mistake(file.file(), "/revision", "begins with 1"));
        }
    }

    private void checkUnique(String file, String field, List<String> values) {
        Set<String> seen = new HashSet<>();
        values.stream()
                .filter(value -> !seen.add(value))
                .forEach(value -> mistakes.add(new Mistake(file, field, "'" + value + "' is there twice")));
    }

    private void requireKnown(String file, String field, VocabularyName vocabulary, List<String> given) {
        codes.unknown(vocabulary, given)
                .forEach(code -> mistakes.add(new Mistake(
                        file, field, "'" + code + "' is not in vocabularies/" + vocabulary.wire() + ".yaml")));
    }

    private static List<String> orNone(@Nullable List<String> codes) {
        return codes == null ? List.of() : codes;
    }
}
