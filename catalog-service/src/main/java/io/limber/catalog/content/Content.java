package io.limber.catalog.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.document.Collection;
import io.limber.catalog.document.Document;
import io.limber.catalog.guidance.Guidance;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.vocabulary.Vocabulary;
import io.limber.catalog.vocabulary.VocabularyName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All content, read and found right.
 *
 * @param retired stretches that are no longer published
 */
record Content(
        List<ContentDocument<Stretch>> stretches,
        List<ContentDocument<Vocabulary>> vocabularies,
        List<ContentDocument<Guidance>> guidance,
        List<Retirement> retired) {
    private static final String RETIRED = "retired.yaml";

    /** For developers and editors, who read English: names of works and of licences. */
    static final Set<String> UNTRANSLATED = Set.of(VocabularyName.SOURCES.wire(), VocabularyName.LICENCES.wire());

    /**
     * @throws BrokenContent naming every file and field at fault
     */
    static Content read(ContentFiles files) {
        List<Mistake> mistakes = new ArrayList<>();
        Content content = new Reader(new ContentParser(mistakes), mistakes).read(files);
        // The rules that look across files would only repeat in other words what could not be read.
        if (mistakes.isEmpty()) {
            mistakes.addAll(ContentRules.check(content));
        }
        if (!mistakes.isEmpty()) {
            throw new BrokenContent(mistakes);
        }
        return content;
    }

    /** The file {@code retired.yaml}. */
    record Retired(List<Retirement> stretches) {}

    /**
     * A stretch that is no longer published.
     *
     * @param replacedBy id of the one to do instead; null when there is none
     */
    record Retirement(String id, @Nullable String replacedBy) {}

    private record Reader(ContentParser parser, List<Mistake> mistakes) {
        Content read(ContentFiles files) {
            Content content = new Content(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            SortedMap<String, JsonNode> trees = new TreeMap<>();
            files.texts().forEach((file, text) -> parser.tree(file, text).ifPresent(tree -> trees.put(file, tree)));
            Translations translations = new Translations(trees, mistakes);
            SearchWords words = new SearchWords(trees);
            trees.forEach((file, tree) -> {
                switch (folder(file)) {
                    case "stretches" -> {
                        translations.addTo("stretches", name(file), (ObjectNode) tree);
                        JsonNode figure = trees.get("figures/" + name(file) + ".yaml");
                        if (figure != null) {
                            ((ObjectNode) tree).set("figure", figure);
                        }
                        add(content.stretches, file, tree, Collection.STRETCH, Stretch.class);
                    }
                    case "vocabularies" -> {
                        if (!UNTRANSLATED.contains(name(file))) {
                            translations.addTo("vocabularies", name(file), (ObjectNode) tree);
                        }
                        words.addTo(name(file), tree);
                        add(content.vocabularies, file, tree, Collection.VOCABULARY, Vocabulary.class);
                    }
                    case "guidance" -> {
                        translations.addTo("guidance", name(file), (ObjectNode) tree);
                        add(content.guidance, file, tree, Collection.GUIDANCE, Guidance.class);
                    }
                    case RETIRED ->
                        parser.value(file, tree, Retired.class)
                                .ifPresent(retired -> content.retired.addAll(retired.stretches()));
                    case "figures" -> requireStretch(file, trees);
                    case "translations", "search" -> {
                        // Read with what they belong to.
                    }
                    default -> mistakes.add(new Mistake(file, "", "is in no folder that is read"));
                }
            });
            return content;
        }

        private <T extends Document> void add(
                List<ContentDocument<T>> documents, String file, JsonNode tree, Collection collection, Class<T> type) {
            parser.value(file, tree, type)
                    .ifPresent(value -> documents.add(ContentDocument.of(file, collection, tree, value)));
        }

        private void requireStretch(String file, Map<String, JsonNode> trees) {
            if (!trees.containsKey("stretches/" + name(file) + ".yaml")) {
                mistakes.add(new Mistake(file, "", "draws a stretch that is not there"));
            }
        }

        private static String folder(String file) {
            int slash = file.indexOf('/');
            return slash < 0 ? file : file.substring(0, slash);
        }

        private static String name(String file) {
            return file.substring(file.lastIndexOf('/') + 1, file.lastIndexOf('.'));
        }
    }
}
