package io.limber.catalog.editing;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.CatalogTest;
import io.limber.catalog.snapshot.FreshSnapshots;
import io.limber.catalog.snapshot.Snapshot;
import io.limber.kit.tenancy.TenantId;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Whatever editors do, in whichever order: an id that readers could once ask for leads to the stretch it led to. Run one seed
 * again with {@code -Dlimber.seed=N}.
 */
@CatalogTest
class EveryIdResolvesComponentTest {
    private static final int STEPS = 60;
    private static final List<String> IDS = List.of("bow-a", "bow-b", "bow-c", "bow-d", "bow-e", "bow-f", "bow-g");

    private final long seed = Long.getLong("limber.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final String tenant = freshTenant();
    private final Editor editor = Editor.of(tenant);

    /** Where each id that was ever published leads. */
    private final Map<String, String> published = new TreeMap<>();

    @Inject
    FreshSnapshots freshSnapshots;

    @RepeatedTest(3)
    void everyIdEverPublishedStillLeadsToItsStretch() {
        System.out.println("EveryIdResolvesComponentTest seed " + seed);
        List<String> done = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            done.add(doSomething());
        }

        assertThat(published).as("seed %d", seed).hasSizeGreaterThan(5);
        await().atMost(Duration.ofSeconds(3))
                .pollDelay(Duration.ZERO)
                .untilAsserted(() -> published.forEach((id, stretch) -> assertThat(
                                as(tenant).get("/v1/stretches/" + id).<String>path("id"))
                        .as("seed %d, %s after %s", seed, id, done)
                        .isEqualTo(stretch)));
        // As a replica sees it that was not there when all this happened.
        Snapshot fresh = freshSnapshots.of(new TenantId(tenant));
        published.forEach((id, stretch) -> assertThat(
                        fresh.find(id).map(shown -> shown.stretch().id()))
                .as("seed %d, %s after %s", seed, id, done)
                .contains(stretch));
        published.keySet().forEach(id -> editor.draft(Samples.bare(id)).then().statusCode(409));
    }

    private String doSomething() {
        String id = one();
        int what = random.nextInt(10);
        if (what < 4) {
            editor.draft(stretch(id));
            Response answer = editor.read(id).statusCode() == 200 ? editor.publish(id) : editor.read(id);
            note(id, answer);
            return "publish " + id + " " + answer.statusCode();
        }
        if (editor.read(id).statusCode() != 200) {
            return "nothing of " + id;
        }
        if (what < 8) {
            editor.edit(stretch(id));
            Response answer = editor.publish(id);
            note(id, answer);
            return "publish again " + id + " " + answer.statusCode();
        }
        if (what == 8) {
            return "discard " + id + " " + editor.discard(id).statusCode();
        }
        String other = one();
        return "retire " + id + " for " + other + " "
                + editor.retire(id, random.nextBoolean() ? other : null).statusCode();
    }

    private void note(String id, Response answer) {
        if (answer.statusCode() != 200) {
            return;
        }
        published.put(id, id);
        Samples.json(answer.asString())
                .path("document")
                .path("formerIds")
                .forEach(former -> published.put(former.asText(), id));
    }

    /** With former ids that change from one revision to the next, and may be ids of others. */
    private ObjectNode stretch(String id) {
        ObjectNode stretch = Samples.habit(id);
        ArrayNode former = stretch.putArray("formerIds");
        for (int count = random.nextInt(3); count > 0; count--) {
            former.add(random.nextInt(3) == 0 ? one() : "was-" + random.nextInt(12));
        }
        return stretch;
    }

    private String one() {
        return IDS.get(random.nextInt(IDS.size()));
    }
}
