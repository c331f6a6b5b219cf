package io.limber.catalog.content;

import com.fasterxml.jackson.databind.JsonNode;
import io.limber.catalog.document.Collection;
import io.limber.catalog.document.Document;
import io.limber.catalog.guidance.Guidance;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/**
 * All content, read and found right.
 *
 * @param retired ids of stretches that are no longer published
 */
record Content(
        List<ContentDocument<Stretch>> stretches,
        List<ContentDocument<Vocabulary>> vocabularies,
        List<ContentDocument<Guidance>> guidance,
        List<String> retired) {
    private static final String RETIRED = "retired.yaml";

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
    record Retired(List<String> stretches) {}

    private record Reader(ContentParser parser, List<Mistake> mistakes) {
        Content read(ContentFiles files) {
            Content content = new Content(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            files.texts()
                    .forEach((file, text) -> parser.tree(file, text).ifPresent(tree -> {
                        switch (folder(file)) {
                            case "stretches" -> add(content.stretches, file, tree, Collection.STRETCH, Stretch.class);
                            case "vocabularies" ->
                                add(content.vocabularies, file, tree, Collection.VOCABULARY, Vocabulary.class);
                            case "guidance" -> add(content.guidance, file, tree, Collection.GUIDANCE, Guidance.class);
                            case RETIRED ->
                                parser.value(file, tree, Retired.class)
                                        .ifPresent(retired -> content.retired.addAll(retired.stretches()));
                            default -> mistakes.add(new Mistake(file, "", "is in no folder that is read"));
                        }
                    }));
            return content;
        }

        private <T extends Document> void add(
                List<ContentDocument<T>> documents, String file, JsonNode tree, Collection collection, Class<T> type) {
            parser.value(file, tree, type)
                    .ifPresent(value -> documents.add(new ContentDocument<>(file, collection, tree, value)));
        }

        private static String folder(String file) {
            int slash = file.indexOf('/');
            return slash < 0 ? file : file.substring(0, slash);
        }
    }
}
