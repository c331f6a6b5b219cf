package io.limber.catalog.content;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.limber.catalog.content.Content.Retirement;
import io.limber.catalog.document.Collection;
import io.limber.catalog.document.Document;
import io.limber.catalog.guidance.Guidance;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All content in one file, read and found right while building: hundreds of YAML files would make each start of the service seconds
 * longer, and broken content fails the build instead of a start.
 */
public final class BuiltContent {
    private static final String FILE = "content.json";
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private BuiltContent() {}

    private record Entry(String file, Collection collection, String hash, JsonNode document) {}

    private record Bundle(List<Entry> documents, List<Retirement> retired) {}

    /**
     * Called by the build.
     *
     * @param arguments the folder of the content, and the folder to write into
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Content content;
        try {
            content = Content.read(ContentFiles.of(Path.of(arguments[0])));
        } catch (BrokenContent e) {
            e.mistakes().forEach(out::println);
            throw e;
        }
        Path file = Path.of(arguments[1], FILE);
        Files.createDirectories(file.getParent());
        JSON.writeValue(file.toFile(), bundle(content));
    }

    /** That ships with the service. */
    static Content packaged() {
        try (InputStream in = BuiltContent.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the content was not built: " + FILE + " is missing");
            }
            return content(JSON.readValue(in, new TypeReference<Bundle>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Bundle bundle(Content content) {
        List<Entry> entries = Stream.of(content.vocabularies(), content.guidance(), content.stretches())
                .flatMap(List::stream)
                .map(file -> new Entry(file.file(), file.collection(), file.hash(), file.tree()))
                .toList();
        return new Bundle(entries, content.retired());
    }

    private static Content content(Bundle bundle) {
        Content content = new Content(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), bundle.retired);
        for (Entry entry : bundle.documents) {
            switch (entry.collection) {
                case STRETCH -> content.stretches().add(document(entry, Stretch.class));
                case VOCABULARY -> content.vocabularies().add(document(entry, Vocabulary.class));
                case GUIDANCE -> content.guidance().add(document(entry, Guidance.class));
            }
        }
        return content;
    }

    private static <T extends Document> ContentDocument<T> document(Entry entry, Class<T> type) {
        return ContentDocument.built(entry.file, entry.collection, entry.document, entry.hash, type);
    }
}
