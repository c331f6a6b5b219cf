package io.limber.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EventContractTest {
    private static final Map<String, Class<?>> RECORDS = Map.of(
            EventTypes.STRETCH_PUBLISHED, StretchPublished.class,
            EventTypes.STRETCH_ADAPTED, StretchAdapted.class,
            EventTypes.SCHEDULE_CHANGED, ScheduleChanged.class,
            EventTypes.REMINDER_DUE, ReminderDue.class,
            EventTypes.REMINDER_DELIVERED, ReminderDelivered.class,
            EventTypes.REMINDER_FAILED, ReminderFailed.class,
            EventTypes.REMINDER_SUPPRESSED, ReminderSuppressed.class,
            EventTypes.REMINDER_DONE, ReminderDone.class,
            EventTypes.REMINDER_SNOOZED, ReminderSnoozed.class,
            EventTypes.REMINDER_SKIPPED, ReminderSkipped.class);

    static List<String> types() {
        return EventTypes.ALL;
    }

    static Stream<Arguments> samples() {
        return EventTypes.ALL.stream()
                .flatMap(type -> Json.sampleNames(type).stream().map(name -> Arguments.of(type, name)));
    }

    @Test
    void everyTypeIsListedAndHasARecord() {
        List<String> constants = Arrays.stream(EventTypes.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();

        assertThat(EventTypes.ALL).containsExactlyInAnyOrderElementsOf(constants);
        assertThat(RECORDS).containsOnlyKeys(constants);
    }

    @Test
    void thereIsNoSchemaAndNoSampleWithoutAType() throws IOException {
        try (Stream<Path> schemas = Files.list(Json.directory("/io/limber/contracts/schemas"));
                Stream<Path> samples = Files.list(Json.directory("/io/limber/contracts/samples"))) {
            assertThat(schemas.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            EventTypes.ALL.stream().map(type -> type + ".json").toList());
            assertThat(samples.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(EventTypes.ALL);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeHasAValidSchemaOfItsOwnNameAndAMinimalAndAFullSample(String type) throws Exception {
        JsonNode schema = Json.STRICT.readTree(Json.text(Contracts.schema(type)));
        Schema metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

        assertThat(metaSchema.validate(schema.toString(), InputFormat.JSON)).isEmpty();
        assertThat(schema.path("$id").asText()).isEqualTo("urn:limber:schema:" + type);
        assertThat(schema.path("title").asText()).isEqualTo(record(type).getSimpleName());
        assertThat(Json.sampleNames(type)).contains(Contracts.MINIMAL, Contracts.FULL);
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaDescribesExactlyTheFieldsOfTheRecord(String type) throws Exception {
        JsonNode schema = Json.STRICT.readTree(Json.text(Contracts.schema(type)));
        List<String> components = Arrays.stream(record(type).getRecordComponents())
                .map(component -> component.getName())
                .toList();

        assertThat(schema.path("properties").fieldNames()).toIterable().containsExactlyElementsOf(components);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleSatisfiesItsSchema(String type, String name) {
        assertThat(Json.errors(Json.schema(type), Json.text(Contracts.sample(type, name))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleRoundTripsThroughItsRecord(String type, String name) throws Exception {
        String sample = Json.text(Contracts.sample(type, name));

        Object event = Json.STRICT.readValue(sample, record(type));
        String written = Json.STRICT.writeValueAsString(event);

        assertThat(Json.STRICT.readTree(written)).isEqualTo(Json.STRICT.readTree(sample));
        assertThat(Json.errors(Json.schema(type), written)).isEmpty();
        assertThat(Json.STRICT.readValue(written, record(type))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFieldThatTheRecordDoesNotKnowIsAllowedByTheSchemaAndSeenByTheStrictMapper(String type, String name)
            throws Exception {
        ObjectNode sample = read(type, name);
        sample.put("addedLater", true);

        assertThat(Json.errors(Json.schema(type), sample.toString())).isEmpty();
        assertThatThrownBy(() -> Json.STRICT.readValue(sample.toString(), record(type)))
                .isInstanceOf(UnrecognizedPropertyException.class);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aMissingRequiredFieldIsRefusedAtEveryDepth(String type, String name) throws Exception {
        JsonNode schema = Json.STRICT.readTree(Json.text(Contracts.schema(type)));

        int refused = 0;
        for (String pointer : pointers(read(type, name))) {
            if (pointer.matches(".*/\\d+")
                    || !required(schema, parentPointer(pointer)).contains(lastSegment(pointer))) {
                continue;
            }
            ObjectNode mutant = read(type, name);
            parent(mutant, pointer).remove(lastSegment(pointer));
            assertThat(Json.errors(Json.schema(type), mutant.toString()))
                    .as("%s without %s", type, pointer)
                    .isNotEmpty();
            refused++;
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aValueOfTheWrongTypeIsRefusedAtEveryDepth(String type, String name) throws Exception {
        for (String pointer : pointers(read(type, name))) {
            ObjectNode mutant = read(type, name);
            JsonNode wrong = Json.STRICT.readTree("[{}, 4.5]");
            if (pointer.matches(".*/\\d+")) {
                ((ArrayNode) mutant.at(parentPointer(pointer))).set(Integer.parseInt(lastSegment(pointer)), wrong);
            } else {
                parent(mutant, pointer).set(lastSegment(pointer), wrong);
            }
            assertThat(Json.errors(Json.schema(type), mutant.toString()))
                    .as("%s with a wrong %s", type, pointer)
                    .isNotEmpty();
        }
    }

    static Stream<Arguments> wrongValues() {
        return Stream.of(
                Arguments.of(EventTypes.STRETCH_PUBLISHED, "/id", "\"Cat Cow\""),
                Arguments.of(EventTypes.STRETCH_PUBLISHED, "/revision", "0"),
                Arguments.of(EventTypes.STRETCH_PUBLISHED, "/kind", "\"YOGA\""),
                Arguments.of(EventTypes.STRETCH_PUBLISHED, "/steps", "[]"),
                Arguments.of(EventTypes.STRETCH_PUBLISHED, "/dose/holdSeconds/min", "-1"),
                Arguments.of(EventTypes.STRETCH_PUBLISHED, "/contraindications/0/action", "\"IGNORE\""),
                Arguments.of(EventTypes.STRETCH_ADAPTED, "/id", "\"acme/cat-cow\""),
                Arguments.of(EventTypes.STRETCH_ADAPTED, "/version", "0"),
                Arguments.of(EventTypes.STRETCH_ADAPTED, "/hidden", "\"yes\""),
                Arguments.of(EventTypes.STRETCH_ADAPTED, "/wording", "{\"German\": {}}"),
                Arguments.of(EventTypes.STRETCH_ADAPTED, "/wording/de/name", "\"\""),
                Arguments.of(EventTypes.STRETCH_ADAPTED, "/wording/de/steps", "[]"),
                Arguments.of(EventTypes.SCHEDULE_CHANGED, "/state", "\"RUNNING\""),
                Arguments.of(EventTypes.SCHEDULE_CHANGED, "/activeFrom", "\"2026-02-30\""),
                Arguments.of(EventTypes.SCHEDULE_CHANGED, "/activeUntil", "\"tomorrow\""),
                Arguments.of(EventTypes.SCHEDULE_CHANGED, "/timing/daysOfWeek", "[]"),
                Arguments.of(EventTypes.SCHEDULE_CHANGED, "/timing/startTimes", "[\"25:00:00\"]"),
                Arguments.of(EventTypes.SCHEDULE_CHANGED, "/timing/startTimes", "[\"10:00:00\", \"10:00:00\"]"),
                Arguments.of(EventTypes.SCHEDULE_CHANGED, "/timing/gap", "\"FIRST\""),
                Arguments.of(EventTypes.SCHEDULE_CHANGED, "/timing/maxLatenessSeconds", "0"),
                Arguments.of(EventTypes.SCHEDULE_CHANGED, "/changedAt", "\"2026-11-23T10:00:00+01:00\""),
                Arguments.of(EventTypes.REMINDER_DUE, "/reminderId", "\"7\""),
                Arguments.of(EventTypes.REMINDER_DUE, "/personId", "\"" + "x".repeat(129) + "\""),
                Arguments.of(EventTypes.REMINDER_DUE, "/dueAt", "\"2026-13-01T00:00:00Z\""),
                Arguments.of(EventTypes.REMINDER_DUE, "/kind", "\"LATE\""),
                Arguments.of(EventTypes.REMINDER_DELIVERED, "/attempts", "0"),
                Arguments.of(EventTypes.REMINDER_FAILED, "/reason", "\"It did not work\""),
                Arguments.of(EventTypes.REMINDER_SKIPPED, "/reason", "\"LAZY\""),
                Arguments.of(EventTypes.REMINDER_DONE, "/via", "\"POST\""));
    }

    @ParameterizedTest
    @MethodSource("wrongValues")
    void aValueOutsideItsRangeIsRefused(String type, String pointer, String value) throws Exception {
        ObjectNode mutant = read(type, Contracts.FULL);
        parent(mutant, pointer).set(lastSegment(pointer), Json.STRICT.readTree(value));

        assertThat(Json.errors(Json.schema(type), mutant.toString()))
                .anySatisfy(error ->
                        assertThat(error.getInstanceLocation().toString()).startsWith(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/timing/hours/ranges | []",
                "/timing/hours/ranges/0/from | \"24:00:00\"",
                "/timing/hours/ranges/0/until | \"24:00:01\"",
                "/timing/hours/outside | \"DROP\"",
                "/timing/holidays/country | \"Germany\"",
                "/timing/holidays/days | [\"2026-02-29\"]",
                "/timing/holidays/policy | \"IGNORE\"",
                "/timing/spreadMinutes | 241",
                "/timing/whenTooLate | \"SKIP\""
            })
    void aRestrictionOutsideItsRangeIsRefused(String pointer, String value) throws Exception {
        ObjectNode mutant = read(EventTypes.SCHEDULE_CHANGED, Contracts.FULL);
        parent(mutant, pointer).set(lastSegment(pointer), Json.STRICT.readTree(value));

        assertThat(Json.errors(Json.schema(EventTypes.SCHEDULE_CHANGED), mutant.toString()))
                .anySatisfy(error ->
                        assertThat(error.getInstanceLocation().toString()).startsWith(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/language | \"English\"",
                "/translations | {\"German\": {}}",
                "/translations/de/name | \"\"",
                "/translations/de/steps | []",
                "/translations/de/reasons/OSTEOPOROSIS | \"\""
            })
    void aTranslationOutsideItsRangeIsRefused(String pointer, String value) throws Exception {
        ObjectNode mutant = read(EventTypes.STRETCH_PUBLISHED, "translated");
        parent(mutant, pointer).set(lastSegment(pointer), Json.STRICT.readTree(value));

        assertThat(Json.errors(Json.schema(EventTypes.STRETCH_PUBLISHED), mutant.toString()))
                .anySatisfy(error ->
                        assertThat(error.getInstanceLocation().toString()).startsWith(pointer));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recurrence | {\"rule\": \"FREQ=DAILY\"}",
                "every | {\"minutes\": 50, \"from\": \"09:00:00\", \"until\": \"17:00:00\"}"
            })
    void daysAndTimesAreGivenInOneWayOnly(String field, String other) throws Exception {
        ObjectNode mutant = read(EventTypes.SCHEDULE_CHANGED, Contracts.FULL);
        parent(mutant, "/timing/zone").set(field, Json.STRICT.readTree(other));

        assertThat(Json.errors(Json.schema(EventTypes.SCHEDULE_CHANGED), mutant.toString()))
                .isNotEmpty();
    }

    @Test
    void aReminderShowsARoutineOfTheSameShapeAsTheSchedule() throws Exception {
        JsonNode schedule = Json.STRICT.readTree(Json.text(Contracts.schema(EventTypes.SCHEDULE_CHANGED)));
        JsonNode reminder = Json.STRICT.readTree(Json.text(Contracts.schema(EventTypes.REMINDER_DUE)));

        assertThat(reminder.at("/$defs/routine")).isEqualTo(schedule.at("/$defs/routine"));
    }

    private static Class<?> record(String type) {
        return Objects.requireNonNull(RECORDS.get(type), type);
    }

    private static ObjectNode read(String type, String name) throws JsonProcessingException {
        return (ObjectNode) Json.STRICT.readTree(Json.text(Contracts.sample(type, name)));
    }

    /** What an object at {@code pointer} may not be without; of fields that exclude each other, the one that is there. */
    private static Set<String> required(JsonNode schema, String pointer) {
        JsonNode shape = schema;
        for (String segment :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
            JsonNode field = shape.path("properties").path(segment);
            shape = segment.matches("\\d+")
                    ? shape.path("items")
                    : field.isMissingNode() ? shape.path("additionalProperties") : field;
            shape = shape.has("$ref") ? schema.at(shape.path("$ref").asText().substring(1)) : shape;
        }
        Set<String> names = new TreeSet<>();
        shape.path("required").forEach(name -> names.add(name.asText()));
        shape.path("allOf")
                .findValues("required")
                .forEach(group -> names.add(group.path(0).asText()));
        return names;
    }

    /** JSON pointers of every value below {@code node}. */
    private static List<String> pointers(JsonNode node) {
        List<String> found = new ArrayList<>();
        collect(node, "", found);
        return found;
    }

    private static void collect(JsonNode node, String pointer, List<String> into) {
        if (!pointer.isEmpty()) {
            into.add(pointer);
        }
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(name -> collect(node.path(name), pointer + "/" + name, into));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.path(i), pointer + "/" + i, into);
        }
    }

    private static ObjectNode parent(ObjectNode root, String pointer) {
        return (ObjectNode) root.at(parentPointer(pointer));
    }

    private static String parentPointer(String pointer) {
        return pointer.substring(0, pointer.lastIndexOf('/'));
    }

    private static String lastSegment(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
