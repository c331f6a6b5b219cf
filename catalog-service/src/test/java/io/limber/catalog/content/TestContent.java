package io.limber.catalog.content;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static org.awaitility.Awaitility.await;

import io.limber.catalog.stretch.Stretch;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Content with one made-up stretch and nothing else, so that a test leaves the packaged catalogue alone. */
final class TestContent {
    private TestContent() {}

    /** Cat-cow under another id. */
    static Content stretch(String id, int revision, String summary) {
        SortedMap<String, String> texts = new TreeMap<>(ContentFiles.packaged().texts());
        String text = Objects.requireNonNull(texts.get("stretches/cat-cow.yaml"))
                .replace("id: cat-cow", "id: " + id)
                .replace("revision: 1", "revision: " + revision)
                .replaceFirst("summary: .*", "summary: " + summary);
        texts.put("stretches/" + id + ".yaml", text);
        List<ContentDocument<Stretch>> only = Content.read(new ContentFiles(texts)).stretches().stream()
                .filter(file -> file.value().id().equals(id))
                .toList();
        return new Content(only, List.of(), List.of(), List.of());
    }

    static Content retiring(String id) {
        return new Content(List.of(), List.of(), List.of(), List.of(id));
    }

    /** Takes it out again, and waits until nobody sees it any more. */
    static void retire(ContentLoad load, String id) {
        load.load(retiring(id));
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() ->
                        as(freshTenant()).get("/v1/stretches/" + id).then().statusCode(404));
    }
}
