package io.limber.catalog.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.document.Collection;
import io.limber.catalog.document.ContentHash;
import io.limber.catalog.document.Document;
import io.limber.catalog.document.DocumentJson;
import io.limber.catalog.document.StoredDocument;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A file that was read and found right, with what belongs to it. */
final class ContentDocument<T extends Document> {
    private final String file;
    private final Collection collection;
    private final JsonNode tree;
    private final Supplier<T> reading;
    private @Nullable T value;
    private @Nullable String hash;

    private ContentDocument(
            String file, Collection collection, JsonNode tree, Supplier<T> reading, @Nullable String hash) {
        this.file = file;
        this.collection = collection;
        this.tree = tree;
        this.reading = reading;
        this.hash = hash;
    }

    /**
     * @param tree what the file says, whatever its comments and layout
     * @param value the same, parsed
     */
    static <T extends Document> ContentDocument<T> of(String file, Collection collection, JsonNode tree, T value) {
        return new ContentDocument<>(file, collection, tree, () -> value, null);
    }

    /** One that was found right while building; it is parsed when somebody asks. */
    static <T extends Document> ContentDocument<T> built(
            String file, Collection collection, JsonNode tree, String hash, Class<T> type) {
        return new ContentDocument<>(file, collection, tree, () -> DocumentJson.read(tree, type), hash);
    }

    String file() {
        return file;
    }

    Collection collection() {
        return collection;
    }

    JsonNode tree() {
        return tree;
    }

    T value() {
        T read = value;
        if (read == null) {
            read = reading.get();
            value = read;
        }
        return read;
    }

    String id() {
        return tree.path(collection == Collection.VOCABULARY ? "name" : "id").asText();
    }

    int revision() {
        return tree.path("revision").asInt();
    }

    /** Of the content without its revision. */
    String hash() {
        String known = hash;
        if (known == null) {
            ObjectNode content = tree.deepCopy();
            content.remove("revision");
            known = ContentHash.of(content);
            hash = known;
        }
        return known;
    }

    /** As it is to be stored. */
    StoredDocument toStore() {
        return new StoredDocument(id(), revision(), true, hash(), tree);
    }
}
