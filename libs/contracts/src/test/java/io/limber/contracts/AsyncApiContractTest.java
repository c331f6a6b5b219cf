package io.limber.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AsyncApiContractTest {
    private static Schema metaSchema;
    private static JsonNode document;

    @BeforeAll
    static void read() throws Exception {
        metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Json.text("/asyncapi/asyncapi-3.0.0.json"), InputFormat.JSON);
        document = new YAMLMapper().readTree(Json.text(Contracts.ASYNC_API));
    }

    @Test
    void isValidAgainstTheOfficialSchema() {
        assertThat(errors(document)).isEmpty();
    }

    @Test
    void theOfficialSchemaRefusesABrokenDocument() {
        ObjectNode broken = document.deepCopy();
        ((ObjectNode) broken.at("/operations/publishStretch")).put("action", "publish");

        assertThat(errors(broken)).isNotEmpty();
    }

    @Test
    void everyReferenceResolves() {
        List<String> references = references(document, new ArrayList<>());

        assertThat(references).hasSizeGreaterThan(30).allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode()).isFalse();
            } else {
                assertThat(Json.text("/io/limber/contracts/" + reference.substring("./".length())))
                        .isNotEmpty();
            }
        });
    }

    @Test
    void describesEveryTopicAndItsDeadLetters() {
        Set<String> addresses = new TreeSet<>();
        document.path("channels")
                .forEach(channel -> addresses.add(channel.path("address").asText()));

        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(Topics.ALL.stream()
                        .flatMap(topic -> Stream.of(topic, Topics.deadLetters(topic)))
                        .toList());
    }

    @Test
    void everyTypeIsAMessageOfItsTopicWithItsOwnSchema() {
        Map<String, List<String>> typesOfTopic = Map.of(
                Topics.CATALOG, List.of(EventTypes.STRETCH_PUBLISHED, EventTypes.STRETCH_ADAPTED),
                Topics.SCHEDULES, List.of(EventTypes.SCHEDULE_CHANGED),
                Topics.REMINDERS, List.of(EventTypes.REMINDER_DUE),
                Topics.NOTIFICATIONS,
                        EventTypes.ALL.subList(
                                EventTypes.ALL.indexOf(EventTypes.REMINDER_DELIVERED), EventTypes.ALL.size()));

        typesOfTopic.forEach((topic, types) -> {
            JsonNode channel = document.path("channels").path(topic.substring("limber.".length()));
            List<String> names = new ArrayList<>();
            channel.path("messages").forEach(reference -> {
                JsonNode message = document.at(reference.path("$ref").asText().substring(1));
                names.add(message.path("name").asText());
                assertThat(message.at("/payload/$ref").asText())
                        .isEqualTo("./schemas/" + message.path("name").asText() + ".json");
            });
            assertThat(names).containsExactlyInAnyOrderElementsOf(types);
            assertThat(channel.at("/bindings/kafka/topic").asText()).isEqualTo(topic);
            assertThat(channel.at("/bindings/kafka/partitions").asInt()).isEqualTo(Topics.PARTITIONS);
        });
    }

    @Test
    void showsTheKeysOfTheCatalogueAsTheCodeMakesThem() {
        assertThat(document.at("/components/messageBindings/keyedByStretch/kafka/key/examples"))
                .extracting(JsonNode::asText)
                .containsExactly("cat-cow", Topics.catalogKey("acme", "desk-reset"));
        assertThat(document.at("/components/messageBindings/keyedByAdaptation/kafka/key/examples"))
                .extracting(JsonNode::asText)
                .containsExactly(Topics.adaptationKey("acme", "cat-cow"));
    }

    @Test
    void namesTheHeadersAsTheCodeDoes() {
        List<String> headers = new ArrayList<>();
        document.at("/components/schemas/globalHeaders/properties").fieldNames().forEachRemaining(headers::add);
        document.at("/components/schemas/tenantHeaders/allOf/1/properties")
                .fieldNames()
                .forEachRemaining(headers::add);
        document.at("/components/schemas/scheduleHeaders/allOf/1/properties")
                .fieldNames()
                .forEachRemaining(headers::add);
        document.at("/components/schemas/deadLetterHeaders/properties")
                .fieldNames()
                .forEachRemaining(headers::add);

        assertThat(headers)
                .containsExactlyInAnyOrder(
                        EventHeaders.SPEC_VERSION,
                        EventHeaders.ID,
                        EventHeaders.TYPE,
                        EventHeaders.SOURCE,
                        EventHeaders.SUBJECT,
                        EventHeaders.TIME,
                        EventHeaders.TENANT,
                        EventHeaders.TRACEPARENT,
                        EventHeaders.TZDB,
                        EventHeaders.CONTENT_TYPE,
                        EventHeaders.DEAD_REASON,
                        EventHeaders.DEAD_TOPIC,
                        EventHeaders.DEAD_PARTITION,
                        EventHeaders.DEAD_OFFSET);
    }

    private static List<Error> errors(JsonNode node) {
        return metaSchema.validate(node.toString(), InputFormat.JSON);
    }

    private static List<String> references(JsonNode node, List<String> into) {
        if (node.path("$ref").isTextual()) {
            into.add(node.path("$ref").asText());
        }
        node.forEach(child -> references(child, into));
        return into;
    }
}
