package io.limber.catalog.content;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.language.Language;
import java.util.Map;

/** What else people call the things that codes stand for, from {@code search/<language>.yaml}: vocabulary, code, words. */
final class SearchWords {
    private final Map<String, JsonNode> files;

    SearchWords(Map<String, JsonNode> files) {
        this.files = files;
    }

    void addTo(String vocabulary, JsonNode document) {
        for (Language language : Language.values()) {
            JsonNode words = files.get("search/" + language.code() + ".yaml");
            if (words != null) {
                for (JsonNode entry : document.path("entries")) {
                    JsonNode own =
                            words.path(vocabulary).path(entry.path("code").asText());
                    if (own.isArray()) {
                        ((ObjectNode) entry).withObject("/searchWords").set(language.code(), own);
                    }
                }
            }
        }
    }
}
