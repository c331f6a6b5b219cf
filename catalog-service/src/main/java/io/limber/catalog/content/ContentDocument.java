package io.limber.catalog.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.document.Collection;
import io.limber.catalog.document.Document;
import io.limber.catalog.document.StoredDocument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file that was read and found right.
 *
 * @param tree what the file says, whatever its comments and layout
 * @param value the same, parsed
 */
record ContentDocument<T extends Document>(String file, Collection collection, JsonNode tree, T value) {
    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** As it is to be stored. */
    StoredDocument toStore() {
        return new StoredDocument(value.documentId(), value.revision(), true, hash(tree), tree);
    }

    /** SHA-256 of the content without its revision, with keys in order: the same for the same words and numbers. */
    private static String hash(JsonNode tree) {
        ObjectNode content = tree.deepCopy();
        content.remove("revision");
        try {
            Map<?, ?> ordered = CANONICAL.treeToValue(content, TreeMap.class);
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(CANONICAL.writeValueAsString(ordered).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
