package io.limber.catalog.content;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.limber.catalog.CatalogTest;
import io.limber.catalog.content.ContentLoad.Loaded;
import io.limber.contracts.Contracts;
import io.limber.contracts.EventTypes;
import io.limber.contracts.Topics;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.SqlProbe.Role;
import io.limber.testkit.TopicReader;
import io.limber.testkit.TopicRecord;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@CatalogTest
class ContentLoadComponentTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final String id = "made-up-" + UUID.randomUUID();

    @Inject
    ContentLoad load;

    @AfterEach
    void retire() {
        TestContent.retire(load, id);
    }

    @Test
    void thePackagedStretchesAreOnTheTopicOnceEach() throws IOException {
        Content packaged = Content.read(ContentFiles.packaged());
        List<String> ids =
                packaged.stretches().stream().map(file -> file.value().id()).toList();
        Schema schema = schema();

        try (TopicReader topic = TopicReader.open(Topics.CATALOG)) {
            List<TopicRecord> records = topic.readUntil(seen -> ofIds(seen, ids).size() >= ids.size(), SOON);

            assertThat(ofIds(records, ids)).hasSameSizeAs(ids).allSatisfy(record -> {
                assertThat(record.header("ce_specversion")).isEqualTo("1.0");
                assertThat(record.header("ce_type")).isEqualTo(EventTypes.STRETCH_PUBLISHED);
                assertThat(record.header("ce_source")).isEqualTo("/limber/catalog");
                assertThat(record.header("ce_subject")).isEqualTo(record.key());
                assertThat(UUID.fromString(record.header("ce_id")).version()).isEqualTo(7);
                assertThat(Instant.parse(record.header("ce_time"))).isBefore(Instant.ofEpochMilli(Long.MAX_VALUE));
                assertThat(record.header("content-type")).isEqualTo("application/json");
                assertThat(record.headers()).doesNotContainKey("ce_tenant");
                assertThat(schema.validate(record.json().toString(), InputFormat.JSON))
                        .isEmpty();
                assertThat(record.json().path("id").asText()).isEqualTo(record.key());
            });
        }
    }

    @Test
    void loadingTheSameAgainChangesAndPublishesNothing() {
        long before = outboxPosition();

        Loaded again = load.load(Content.read(ContentFiles.packaged()));

        assertThat(again).isEqualTo(new Loaded(0, 0));
        assertThat(outboxPosition()).isEqualTo(before);
    }

    @Test
    void aNewRevisionIsServedPublishedAndKeptInTheHistory() {
        load.load(TestContent.stretch(id, 1, "First words."));
        Loaded second = load.load(TestContent.stretch(id, 2, "Better words."));

        assertThat(second.documents()).isEqualTo(1);
        await().atMost(SOON)
                .untilAsserted(() -> as(freshTenant())
                        .get("/v1/stretches/" + id)
                        .then()
                        .statusCode(200)
                        .body("summary", equalTo("Better words.")));
        assertThat(published())
                .extracting(record -> record.json().path("revision").asInt())
                .containsExactly(1, 2);
        assertThat(SqlProbe.as("catalog", Role.LOOP)
                        .query(
                                "SELECT revision, document->>'summary' AS summary FROM document_revision"
                                        + " WHERE id = ? ORDER BY revision",
                                id))
                .extracting(row -> row.get("summary"))
                .containsExactly("First words.", "Better words.");
    }

    @Test
    void changedContentWithAnOldRevisionIsRefusedByFileAndField() {
        load.load(TestContent.stretch(id, 3, "First words."));

        assertThatThrownBy(() -> load.load(TestContent.stretch(id, 3, "Sneaky words.")))
                .isInstanceOf(BrokenContent.class)
                .hasMessageContaining(
                        "stretches/" + id + ".yaml at /summary: changed, but /revision is still 3: raise it by one");
        assertThat(stored("summary")).isEqualTo("First words.");
    }

    @Test
    void anOldReplicaThatRestartsLeavesTheNewerRevision() {
        load.load(TestContent.stretch(id, 1, "First words."));
        load.load(TestContent.stretch(id, 2, "Better words."));

        Loaded old = load.load(TestContent.stretch(id, 1, "First words."));

        assertThat(old.documents()).isZero();
        assertThat(stored("summary")).isEqualTo("Better words.");
    }

    @Test
    void aFileThatIsOnlyGoneRetiresNothing() {
        load.load(TestContent.stretch(id, 1, "Still here."));

        load.load(Content.read(ContentFiles.packaged()));

        assertThat(stored("summary")).isEqualTo("Still here.");
        assertThat(published()).hasSize(1);
    }

    @Test
    void aRetiredStretchIsGoneAndItsIdIsNeverUsedAgain() {
        load.load(TestContent.stretch(id, 1, "First words."));
        Loaded gone = load.load(TestContent.retiring(id));

        assertThat(gone).isEqualTo(new Loaded(0, 1));
        await().atMost(SOON)
                .untilAsserted(() ->
                        as(freshTenant()).get("/v1/stretches/" + id).then().body("status", equalTo("RETIRED")));
        as(freshTenant()).get("/v1/stretches?limit=200").then().body("items.id", not(hasItem(id)));
        List<TopicRecord> records = published(2);
        assertThat(records.get(1).value()).isNull();
        assertThat(records.get(1).header("ce_subject")).isEqualTo(id);
        assertThat(load.load(TestContent.retiring(id))).isEqualTo(new Loaded(0, 0));
        assertThat(load.load(TestContent.stretch(id, 1, "First words."))).isEqualTo(new Loaded(0, 0));
        assertThatThrownBy(() -> load.load(TestContent.stretch(id, 2, "Back again.")))
                .hasMessageContaining("/id: was retired, and an id is never used again");
    }

    private List<TopicRecord> published() {
        return published(1);
    }

    private List<TopicRecord> published(int least) {
        awaitRelay();
        try (TopicReader topic = TopicReader.open(Topics.CATALOG)) {
            return ofIds(topic.readUntil(seen -> ofIds(seen, List.of(id)).size() >= least, SOON), List.of(id));
        }
    }

    private static void awaitRelay() {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(SqlProbe.as("catalog", Role.LOOP).count("SELECT count(*) FROM outbox"))
                                .isZero());
    }

    private static List<TopicRecord> ofIds(List<TopicRecord> records, List<String> ids) {
        return records.stream().filter(record -> ids.contains(record.key())).toList();
    }

    private Object stored(String field) {
        return Objects.requireNonNull(SqlProbe.as("catalog", Role.LOOP)
                .query("SELECT document->>? AS value FROM stretch WHERE id = ?", field, id)
                .getFirst()
                .get("value"));
    }

    private static long outboxPosition() {
        return SqlProbe.as("catalog", Role.LOOP).count("SELECT last_value FROM outbox_position");
    }

    private static Schema schema() throws IOException {
        String name = Contracts.schema(EventTypes.STRETCH_PUBLISHED);
        try (InputStream in = ContentLoadComponentTest.class.getResourceAsStream(name)) {
            String text = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(text, InputFormat.JSON);
        }
    }
}
