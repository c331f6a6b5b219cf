package io.limber.catalog.content;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.document.Collection;
import io.limber.catalog.stretch.Stretch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Content with one made-up stretch and nothing else, so that a test leaves the packaged catalogue alone. */
final class TestContent {
    private TestContent() {}

    /** Cat-cow under another id. */
    static Content stretch(String id, int revision, String summary) {
        ContentDocument<Stretch> catCow = Content.read(ContentFiles.packaged()).stretches().stream()
                .filter(file -> file.value().id().equals("cat-cow"))
                .findFirst()
                .orElseThrow();
        ObjectNode tree = catCow.tree().deepCopy();
        tree.put("id", id).put("revision", revision).put("summary", summary);
        String file = "stretches/" + id + ".yaml";
        List<Mistake> mistakes = new ArrayList<>();
        Stretch value = new ContentParser(mistakes)
                .value(file, tree, Stretch.class)
                .orElseThrow(() -> new BrokenContent(mistakes));
        ContentDocument<Stretch> only = ContentDocument.of(file, Collection.STRETCH, tree, value);
        return new Content(List.of(only), List.of(), List.of(), List.of());
    }

    static Content retiring(String id) {
        return new Content(List.of(), List.of(), List.of(), List.of(new Content.Retirement(id, null)));
    }

    /** Takes it out again, and waits until nobody is offered it any more. */
    static void retire(ContentLoad load, String id) {
        load.load(retiring(id));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        as(freshTenant()).get("/v1/stretches/" + id).then().body("status", not(equalTo("PUBLISHED"))));
    }
}
