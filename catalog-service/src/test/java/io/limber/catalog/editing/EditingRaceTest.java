package io.limber.catalog.editing;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static io.limber.catalog.editing.Editor.PATH;
import static io.limber.catalog.editing.Samples.bare;
import static io.limber.catalog.editing.Samples.habit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.CatalogTest;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.SqlProbe.Role;
import io.limber.testkit.TestStack;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** Several people and programs at work on one tenant's catalogue. */
@CatalogTest
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EditingRaceTest {
    private static final int EDITORS = 6;
    private static final int ROUNDS = 10;

    private final String tenant = freshTenant();
    private final Editor editor = Editor.of(tenant);

    @Test
    void oneOfTwoEditorsWinsAndTheOtherIsTold() throws Exception {
        editor.draft(bare("our-bow")).then().statusCode(201);
        for (int round = 1; round <= ROUNDS; round++) {
            String etag = editor.etag("our-bow");
            String word = "Round " + round + ", editor ";

            List<Integer> statuses =
                    together(number -> editor.send(bare("our-bow").put("name", word + number))
                            .header("If-Match", etag)
                            .put(PATH + "/our-bow")
                            .statusCode());

            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
            int winner = statuses.indexOf(200);
            editor.read("our-bow").then().body("version", is(round + 1), "document.name", equalTo(word + winner));
        }
    }

    @Test
    void oneOfTwoPublicationsCounts() throws Exception {
        editor.draft(habit("our-bow")).then().statusCode(201);
        for (int revision = 1; revision <= ROUNDS; revision++) {
            String etag = editor.etag("our-bow");

            List<Integer> statuses = together(number -> editor.call()
                    .noContentType()
                    .header("If-Match", etag)
                    .post(PATH + "/our-bow:publish")
                    .statusCode());

            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
            editor.read("our-bow").then().body("revision", is(revision));
            editor.edit(habit("our-bow").put("name", "After " + revision))
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void oneOfTwoDraftsGetsTheId() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            String id = "bow-" + round;

            List<Integer> statuses = together(number ->
                    editor.draft(bare(id).put("name", "Editor " + number)).statusCode());

            assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
            editor.read(id).then().body("document.name", equalTo("Editor " + statuses.indexOf(201)));
        }
    }

    @Test
    void oneOfTwoAdaptationsCounts() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String etag = "\"v" + round + "\"";

            List<Integer> statuses = together(number -> editor.call()
                    .contentType("application/json")
                    .header("If-Match", etag)
                    .body("{\"wording\": {\"en\": {\"name\": \"Editor " + number + "\"}}}")
                    .put("/v1/catalog/adaptations/cat-cow")
                    .statusCode());

            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
            editor.call()
                    .get("/v1/catalog/adaptations/cat-cow")
                    .then()
                    .body("version", is(round + 1), "wording.en.name", equalTo("Editor " + statuses.indexOf(200)));
        }
    }

    @Test
    void anIdIsEitherAStretchOrLeadsToAnother() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            String contested = "contested-" + round;
            ObjectNode heir = habit("heir-" + round);
            heir.putArray("formerIds").add(contested);
            editor.draft(heir).then().statusCode(201);

            List<Integer> statuses = together(number -> number == 0
                    ? editor.publish(heir.path("id").asText()).statusCode()
                    : number == 1 ? editor.draft(habit(contested)).statusCode() : 0);

            boolean isInherited = statuses.get(0) == 200;
            boolean isDrafted = statuses.get(1) == 201;
            assertThat(isInherited || isDrafted).isTrue();
            if (isDrafted) {
                // Both may have seen the id free; then the draft stays one.
                editor.publish(contested).then().statusCode(isInherited ? 409 : 200);
            }
        }
    }

    /** Readers follow by numbers; none that is committed late may be passed over. */
    @Test
    void whateverIsPublishedTogetherIsSeen() throws Exception {
        as(tenant).get("/v1/stretches?limit=1").then().statusCode(200);
        List<String> published = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            int now = round;
            List<String> ids = together(number -> {
                String id = "bow-" + now + "-" + number;
                editor.bringOut(habit(id));
                return id;
            });
            published.addAll(ids);
        }

        await().atMost(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(own()).containsAll(published));
        assertThat(published)
                .hasSize(ROUNDS * EDITORS)
                .allSatisfy(id -> as(tenant).get("/v1/stretches/" + id).then().statusCode(200));
    }

    /** An import changes many in one transaction; whoever publishes meanwhile waits or is told, and nothing gets stuck. */
    @Test
    void anImportAndAnEditorDoNotWaitForEachOther() throws Exception {
        List<String> ids = List.of("bow-1", "bow-2", "bow-3");
        ids.forEach(id -> editor.bringOut(habit(id)));

        List<List<Integer>> statuses = together(number -> {
            List<Integer> seen = new ArrayList<>();
            for (int round = 0; round < 2 * ROUNDS; round++) {
                String name = "Editor " + number + ", round " + round;
                if (number < 2) {
                    seen.add(bringIn(number == 0 ? ids : ids.reversed(), name).statusCode());
                } else {
                    String id = ids.get((number + round) % ids.size());
                    seen.add(editor.edit(habit(id).put("name", name)).statusCode());
                    seen.add(editor.publish(id).statusCode());
                }
            }
            return seen;
        });

        assertThat(statuses.stream().flatMap(List::stream).distinct()).isSubsetOf(200, 409, 412);
        assertThat(statuses.subList(0, 2))
                .allSatisfy(imports -> assertThat(imports).containsOnly(200));
    }

    /** Otherwise somebody who publishes it holds what the import waits for, and waits for what the import holds. */
    @Test
    void anImportTouchesNoStretchBeforeItIsItsTurn() throws Exception {
        editor.bringOut(habit("our-bow"));
        try (Connection publisher = connection();
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            assertThat(rows(publisher, "SELECT version FROM catalogue_version WHERE tenant = ? FOR UPDATE"))
                    .isEqualTo(1);
            Future<Integer> imported =
                    other.submit(() -> bringIn(List.of("our-bow"), "Imported").statusCode());
            await().untilAsserted(() -> assertThat(SqlProbe.as("catalog", Role.APP)
                            .count("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                    + " AND query LIKE '%catalogue_version%'"))
                    .isEqualTo(1));

            assertThat(rows(publisher, "SELECT id FROM own_stretch WHERE tenant = ? FOR UPDATE NOWAIT"))
                    .isEqualTo(1);

            publisher.commit();
            assertThat(imported.get()).isEqualTo(200);
        }
        editor.read("our-bow").then().body("document.name", equalTo("Imported"));
    }

    private Connection connection() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(TestStack.jdbcUrl("limber_catalog"));
        source.setUser("limber_catalog_app");
        source.setPassword(TestStack.PASSWORD);
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement("SELECT set_config('app.tenant', ?, true)")) {
            statement.setString(1, tenant);
            statement.execute();
        }
        return connection;
    }

    private int rows(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant);
            ResultSet rows = statement.executeQuery();
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }

    private Response bringIn(List<String> ids, String name) {
        StringBuilder lines = new StringBuilder();
        for (String id : ids) {
            lines.append("{\"id\": \"").append(id).append("\", \"state\": \"PUBLISHED\", \"published\": ");
            lines.append(habit(id).put("name", name)).append("}\n");
        }
        return editor.bringIn("", lines.toString());
    }

    private List<String> own() {
        return Stream.iterate(
                        as(tenant).get("/v1/stretches?limit=200"),
                        page -> page != null,
                        page -> page.path("next") == null
                                ? null
                                : as(tenant).get("/v1/stretches?limit=200&cursor=" + page.path("next")))
                .flatMap(page -> page.<List<String>>path("items.id").stream())
                .toList();
    }

    private interface Work<T> {
        T by(int number) throws Exception;
    }

    /** All at the same moment. */
    private static <T> List<T> together(Work<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(EDITORS);
        try (ExecutorService editors = Executors.newFixedThreadPool(EDITORS)) {
            List<Callable<T>> all = IntStream.range(0, EDITORS)
                    .<Callable<T>>mapToObj(number -> () -> {
                        start.await();
                        return work.by(number);
                    })
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : editors.invokeAll(all)) {
                results.add(one.get());
            }
            return results;
        }
    }
}
