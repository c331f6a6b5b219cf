package io.limber.catalog.editing;

import static io.limber.catalog.Caller.freshTenant;
import static io.limber.catalog.editing.Samples.exercise;
import static io.limber.catalog.editing.Samples.habit;
import static io.limber.catalog.editing.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.limber.catalog.CatalogTest;
import io.limber.contracts.Contracts;
import io.limber.contracts.EventTypes;
import io.limber.contracts.Topics;
import io.limber.testkit.TopicReader;
import io.limber.testkit.TopicRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What others hear of a tenant's catalogue. */
@CatalogTest
class CatalogEventsComponentTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final String tenant = freshTenant();
    private final Editor editor = Editor.of(tenant);
    private final TopicReader topic = TopicReader.open(Topics.CATALOG);

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void aPublicationTellsAllOfTheStretch() throws IOException {
        editor.bringOut(exercise("our-bow"));

        TopicRecord record = heard(Topics.catalogKey(tenant, "our-bow"), 1).getFirst();

        assertThat(record.key()).isEqualTo(tenant + "/our-bow");
        assertThat(record.header("ce_type")).isEqualTo(EventTypes.STRETCH_PUBLISHED);
        assertThat(record.header("ce_tenant")).isEqualTo(tenant);
        JsonNode told = record.json();
        JsonNode draft = exercise("our-bow");
        for (String same : List.of(
                "id",
                "name",
                "aliases",
                "kind",
                "difficulty",
                "officeFit",
                "position",
                "summary",
                "start",
                "steps",
                "breathing",
                "regions",
                "muscles",
                "equipment",
                "movementClasses")) {
            assertThat(told.path(same)).as(same).isEqualTo(draft.path(same));
        }
        assertThat(told.path("revision").asInt()).isEqualTo(1);
        assertThat(told.path("language").asText()).isEqualTo("en");
        assertThat(told.at("/translations/de/name").asText()).isEqualTo("Verbeugung");
        assertThat(told.at("/dose/holdSeconds/default").asInt()).isEqualTo(15);
        assertThat(told.path("contraindications")).hasSameSizeAs(draft.path("contraindications"));
        assertThat(told.path("contraindications"))
                .anySatisfy(one -> assertThat(one.path("code").asText()).isEqualTo("FRACTURE"))
                .allSatisfy(one -> assertThat(one.path("action").asText()).isIn("AVOID", "CLINICIAN", "MODIFY"));
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(resource(Contracts.schema(EventTypes.STRETCH_PUBLISHED)), InputFormat.JSON)
                        .validate(told.toString(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void everyRevisionIsToldInOrderAndDraftsAreNot() {
        editor.bringOut(habit("our-bow"));
        editor.edit(habit("our-bow").put("name", "Waits")).then().statusCode(200);
        editor.discard("our-bow").then().statusCode(204);
        editor.bringOutAgain(habit("our-bow").put("name", "Second"));

        List<TopicRecord> told = heard(Topics.catalogKey(tenant, "our-bow"), 2);

        assertThat(told)
                .extracting(record -> record.json().path("revision").asInt())
                .containsExactly(1, 2);
        assertThat(told.getLast().json().path("name").asText()).isEqualTo("Second");
    }

    @Test
    void aRetirementIsATombstone() {
        editor.bringOut(habit("our-bow"));
        editor.retire("our-bow", null).then().statusCode(200);

        TopicRecord last = heard(Topics.catalogKey(tenant, "our-bow"), 2).getLast();

        assertThat(last.value()).isNull();
        assertThat(last.header("ce_type")).isEqualTo(EventTypes.STRETCH_PUBLISHED);
        assertThat(last.header("ce_tenant")).isEqualTo(tenant);
    }

    @Test
    void anAdaptationTellsAllOfItEachTime() {
        adapt("{\"hidden\": true, \"wording\": {\"de\": {\"name\": \"Tiger\", \"steps\": [\"Eins\"]}}}", "\"v0\"");
        editor.call()
                .header("If-Match", "\"v1\"")
                .delete("/v1/catalog/adaptations/cat-cow")
                .then()
                .statusCode(204);

        List<TopicRecord> told = heard(Topics.adaptationKey(tenant, "cat-cow"), 2);

        assertThat(told)
                .allSatisfy(record -> {
                    assertThat(record.key()).isEqualTo(tenant + "/cat-cow/adaptation");
                    assertThat(record.header("ce_type")).isEqualTo(EventTypes.STRETCH_ADAPTED);
                    assertThat(record.header("ce_tenant")).isEqualTo(tenant);
                })
                .extracting(TopicRecord::json)
                .containsExactly(
                        json("""
                                {"id": "cat-cow", "version": 1, "hidden": true,
                                 "wording": {"de": {"name": "Tiger", "steps": ["Eins"]}}}"""), json("{\"id\": \"cat-cow\", \"version\": 2, \"hidden\": false, \"wording\": {}}"));
    }

    @Test
    void whatIsRefusedIsNotTold() {
        editor.draft(habit("refused-bow").put("kind", "SWINGING")).then().statusCode(201);
        editor.publish("refused-bow").then().statusCode(422);
        editor.bringOut(habit("our-bow"));

        heard(Topics.catalogKey(tenant, "our-bow"), 1);

        assertThat(topic.readAll())
                .noneMatch(record -> Topics.catalogKey(tenant, "refused-bow").equals(record.key()));
    }

    private void adapt(String adaptation, String etag) {
        editor.call()
                .contentType("application/json")
                .header("If-Match", etag)
                .body(adaptation)
                .put("/v1/catalog/adaptations/cat-cow")
                .then()
                .statusCode(200);
    }

    private List<TopicRecord> heard(String key, int times) {
        return topic
                .readUntil(
                        records -> records.stream()
                                        .filter(one -> key.equals(one.key()))
                                        .count()
                                >= times,
                        SOON)
                .stream()
                .filter(one -> key.equals(one.key()))
                .toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CatalogEventsComponentTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
