package io.limber.catalog.search;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.content.Packaged;
import io.limber.catalog.document.DocumentJson;
import io.limber.catalog.language.Language;
import io.limber.catalog.stretch.Stretch;
import java.util.Collection;

/** Indexes of given stretches, and stretches with given names. */
final class Indexes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Indexes() {}

    static StretchIndex of(boolean isGlobal, Collection<Stretch> stretches) {
        StretchIndex.Edit edit = StretchIndex.empty(Packaged.codes(), isGlobal).edit();
        stretches.forEach(edit::put);
        return edit.done();
    }

    /** One in a single language, which is called that and nothing else. */
    static Stretch named(String id, Language language, String name) {
        ObjectNode tree = JSON.valueToTree(Packaged.stretch("cat-cow"));
        tree.put("id", id).put("name", name).put("language", language.code()).remove("translations");
        tree.putArray("aliases");
        return DocumentJson.read(tree, Stretch.class);
    }
}
