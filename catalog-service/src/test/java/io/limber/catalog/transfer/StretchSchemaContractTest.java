package io.limber.catalog.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.limber.catalog.content.PackagedContent;
import io.limber.catalog.editing.OwnStretch.State;
import io.limber.catalog.editing.Samples;
import io.limber.catalog.editing.StretchDraft;
import io.limber.catalog.figure.body.Joint;
import io.limber.catalog.figure.body.JointRef;
import io.limber.catalog.figure.body.Landmark;
import io.limber.catalog.figure.drawing.Muscle;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.vocabulary.VocabularyName;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema is of the records, and says no less and no more than what is accepted. */
class StretchSchemaContractTest {
    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    @Test
    void isASchemaItself() {
        assertThat(StretchSchema.json().path("$schema").asText())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(
                                com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"))
                        .validate(StretchSchema.TEXT, InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("packaged")
    void everyStretchOfTheServiceIsOfIt(Stretch stretch) {
        assertThat(StretchSchema.mistakes(published(Samples.draft(stretch)))).isEmpty();
    }

    static List<Stretch> packaged() {
        return PackagedContent.stretches();
    }

    @Test
    void whateverMayBeDraftedIsOfIt() {
        long seed = Long.getLong("limber.seed", System.nanoTime());
        System.out.println("StretchSchemaContractTest seed " + seed);
        RandomStretches stretches = new RandomStretches(seed);
        for (int number = 0; number < 300; number++) {
            String id = "bow-" + number;
            JsonNode draft = stretches.draft(id);
            JsonNode publishable = stretches.publishable(id);
            String replaced = ", \"replacedBy\": \"cat-cow\"";

            assertThat(List.of(
                            line(id, "DRAFT", ", \"draft\": " + draft),
                            line(id, "PUBLISHED", ", \"published\": " + publishable),
                            line(id, "CHANGED", ", \"published\": " + publishable + ", \"draft\": " + draft),
                            line(id, "RETIRED", ", \"published\": " + publishable + replaced)))
                    .allSatisfy(line -> assertThat(StretchSchema.mistakes(line))
                            .as("seed %d, case %d: %s", seed, number(id), line)
                            .isEmpty());
        }
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.indexOf('-') + 1));
    }

    @Test
    void everyFieldOfTheRecordsIsInItAndNoOther() {
        JsonNode root = StretchSchema.json();
        assertThat(names(root.path("properties"))).isEqualTo(fields(TransferLine.class));
        assertThat(root.path("additionalProperties").isBoolean()).isTrue();
        Set<Class<?>> records = new LinkedHashSet<>();
        collect(StretchDraft.class, records);
        assertThat(records).hasSizeGreaterThan(10);

        for (Class<?> record : records) {
            JsonNode definition = root.path("$defs").path(record.getSimpleName());
            assertThat(names(definition.path("properties")))
                    .as(record.getSimpleName())
                    .isEqualTo(fields(record));
            assertThat(definition.path("additionalProperties"))
                    .as(record.getSimpleName())
                    .isEqualTo(MAPPER.valueToTree(false));
            for (RecordComponent component : record.getRecordComponents()) {
                JsonNode property = definition.path("properties").path(name(record, component));
                assertThat(description(root, property))
                        .as("%s.%s", record.getSimpleName(), component.getName())
                        .isNotBlank();
                if (component.getType().isEnum()) {
                    assertThat(texts(resolved(root, property).path("enum")))
                            .as("%s.%s", record.getSimpleName(), component.getName())
                            .containsExactlyElementsOf(constants(component.getType()));
                }
            }
        }
        assertThat(texts(root.at("/properties/state/enum"))).containsExactlyElementsOf(constants(State.class));
    }

    /** A draft is a stretch but for its revision, so what is said of the one holds for the other. */
    @Test
    void aDraftHasTheFieldsOfAStretchInTheirOrder() {
        List<String> fields = Arrays.stream(Stretch.class.getRecordComponents())
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("revision"))
                .toList();

        assertThat(Arrays.stream(StretchDraft.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyElementsOf(fields);
    }

    @Test
    void namesOfTheBodyAreThoseOfFigures() {
        JsonNode defs = StretchSchema.json().path("$defs");

        assertThat(texts(defs.at("/landmark/enum"))).containsExactlyInAnyOrderElementsOf(Landmark.names());
        assertThat(texts(defs.at("/muscle/enum"))).containsExactlyInAnyOrderElementsOf(Muscle.names());
        assertThat(names(defs.at("/Joints/properties"))).containsExactlyInAnyOrderElementsOf(JointRef.names());
        for (String name : JointRef.names()) {
            JsonNode joint =
                    resolved(StretchSchema.json(), defs.at("/Joints/properties").path(name));
            Joint one = JointRef.named(name).getFirst().joint();
            assertThat(names(joint.path("properties")))
                    .as(name)
                    .isEqualTo(one.angles().keySet());
            one.angles().forEach((angle, reach) -> {
                JsonNode bounds = joint.path("properties").path(angle);
                assertThat(bounds.path("minimum").asInt())
                        .as("%s %s", name, angle)
                        .isEqualTo(reach.least());
                assertThat(bounds.path("maximum").asInt())
                        .as("%s %s", name, angle)
                        .isEqualTo(reach.greatest());
            });
        }
    }

    /** Codes change with the data, without a new schema. */
    @Test
    void codesAreDescribedAndNotListed() {
        List<List<String>> enums = StreamSupport.stream(
                        StretchSchema.json().findValues("enum").spliterator(), false)
                .map(StretchSchemaContractTest::texts)
                .toList();
        assertThat(enums).isNotEmpty();

        for (VocabularyName vocabulary : VocabularyName.values()) {
            List<String> codes = PackagedContent.codes().codes(vocabulary);
            assertThat(enums).as(vocabulary.wire()).noneMatch(listed -> listed.containsAll(codes));
            if (vocabulary != VocabularyName.RED_FLAG_OUTCOMES) {
                assertThat(StretchSchema.TEXT).contains("GET /v1/vocabularies/" + vocabulary.wire());
            }
        }
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /id                                          | "No Id"
            /id                                          | null
            /state                                       | "GONE"
            /state                                       | "DRAFT"
            /state                                       | "CHANGED"
            /replacedBy                                  | "cat-cow"
            /draft                                       | {"id": "our-bow"}
            /more                                        | 1
            /published                                   | null
            /published/id                                | 5
            /published/revision                          | 1
            /published/name                              | " "
            /published/name                              | null
            /published/summary                           | 5
            /published/steps                             | []
            /published/steps                             | [""]
            /published/steps/0                           | null
            /published/regions                           | []
            /published/regions                           | ["neck", "neck"]
            /published/kind                              | "HABIT"
            /published/dose                              | null
            /published/dose/note                         | null
            /published/dose/sides                        | "NEITHER"
            /published/dose/restSeconds                  | -1
            /published/dose/restSeconds                  | "5"
            /published/dose/repetitions/min              | 0
            /published/dose/repetitions/normal           | 1
            /published/dose/repetitions/default          | 1.5
            /published/cautions/0/text                   | null
            /published/cautions/0/more                   | "x"
            /published/contraindications/0/action        | "MAYBE"
            /published/contraindications/0/reason        | ""
            /published/contraindications/0/sources       | ["SRC", "SRC"]
            /published/sources                           | [{"code": "SRC"}]
            /published/reviewStatus                      | "SEEN"
            /published/licence                           | null
            /published/language                          | "it"
            /published/translations/it                   | {}
            /published/translations/de/name              | null
            /published/translations/de/reasons           | []
            /published/formerIds                         | ["No Id"]
            /published/figure/camera                     | null
            /published/figure/camera/pitch               | 91
            /published/figure/camera/zoom                | 1
            /published/figure/spoken                     | "BOTH"
            /published/figure/margin                     | -1
            /published/figure/focus                      | ["tail"]
            /published/figure/props/0/kind               | "SOFA"
            /published/figure/props/0/at                 | [1, 2]
            /published/figure/props/0/at                 | [1, 2, 401]
            /published/figure/poses                      | [{"step": 0, "base": "STANDING"}]
            /published/figure/poses/0/base               | null
            /published/figure/poses/0/base               | "FLYING"
            /published/figure/poses/1/step               | -1
            /published/figure/poses/1/joints             | {"tail": {"flex": 1}}
            /published/figure/poses/1/joints             | {"hips": {"wag": 1}}
            /published/figure/poses/1/joints             | {"leftHip": {"flex": 141}}
            /published/figure/poses/1/reach              | {"nose": {"on": "chin"}}
            /published/figure/poses/1/reach              | {"leftHand": {}}
            /published/figure/poses/1/reach              | {"leftHand": {"on": "tail"}}
            /published/figure/poses/1/arrows             | [{"of": "tail"}]
            /published/figure/poses/1/arrows             | [{}]
            /published/figure/poses/1/feel               | ["tail"]
            /published/figure/poses/1/nearer             | {"tail": 1}
            """)
    void wrongOnesAreRefused(String pointer, String value) {
        String right = published(Samples.exercise("our-bow"));
        assertThat(StretchSchema.mistakes(right)).isEmpty();

        assertThat(StretchSchema.mistakes(with(right, pointer, value))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /draft/id          | null
            /draft/id          | "No Id"
            /draft/revision    | 1
            /draft/name        | 5
            /draft/steps       | "one"
            /draft/aliases     | [null]
            /draft/language    | "it"
            /draft             | null
            /published         | {"id": "our-bow"}
            /draft/figure      | {"camera": {"yaw": 1}}
            /draft/dose        | {"sets": {"min": 1}}
            """)
    void wrongDraftsAreRefused(String pointer, String value) {
        String right = line("our-bow", "DRAFT", ", \"draft\": {\"id\": \"our-bow\"}");
        assertThat(StretchSchema.mistakes(right)).isEmpty();

        assertThat(StretchSchema.mistakes(with(right, pointer, value))).isNotEmpty();
    }

    @Test
    void textsAndListsHaveTheLengthsOfDrafts() {
        String right = line("our-bow", "DRAFT", ", \"draft\": {\"id\": \"our-bow\"}");
        String many = "[" + "\"x\", ".repeat(60) + "\"x\"]";

        assertThat(StretchSchema.mistakes(with(right, "/draft/name", "\"" + "x".repeat(120) + "\"")))
                .isEmpty();
        assertThat(StretchSchema.mistakes(with(right, "/draft/name", "\"" + "x".repeat(121) + "\"")))
                .isNotEmpty();
        assertThat(StretchSchema.mistakes(with(right, "/draft/summary", "\"" + "x".repeat(2000) + "\"")))
                .isEmpty();
        assertThat(StretchSchema.mistakes(with(right, "/draft/summary", "\"" + "x".repeat(2001) + "\"")))
                .isNotEmpty();
        assertThat(StretchSchema.mistakes(with(right, "/draft/steps", many))).isNotEmpty();
        assertThat(StretchSchema.mistakes(with(right, "/draft/steps", many.replaceFirst("\"x\", ", ""))))
                .isEmpty();
    }

    private static String published(JsonNode stretch) {
        return line(stretch.path("id").asText(), "PUBLISHED", ", \"published\": " + stretch);
    }

    private static String line(String id, String state, String more) {
        return "{\"id\": \"" + id + "\", \"state\": \"" + state + "\"" + more + "}";
    }

    /** Null takes the field away. */
    private static String with(String line, String pointer, String value) {
        JsonNode tree = Samples.json(line);
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = tree.at(pointer.substring(0, slash));
        String field = pointer.substring(slash + 1);
        if (parent.isArray()) {
            ((com.fasterxml.jackson.databind.node.ArrayNode) parent).set(Integer.parseInt(field), Samples.json(value));
        } else if (value.equals("null")) {
            assertThat(((ObjectNode) parent).remove(field)).as(pointer).isNotNull();
        } else {
            ((ObjectNode) parent).set(field, Samples.json(value));
        }
        return tree.toString();
    }

    private static void collect(Type type, Set<Class<?>> records) {
        switch (type) {
            case Class<?> one
            when one.isRecord() && records.add(one) -> {
                for (RecordComponent component : one.getRecordComponents()) {
                    collect(component.getGenericType(), records);
                }
            }
            case ParameterizedType many ->
                Arrays.stream(many.getActualTypeArguments()).forEach(one -> collect(one, records));
            default -> {}
        }
    }

    private static Set<String> fields(Class<?> record) {
        Set<String> fields = new LinkedHashSet<>();
        for (RecordComponent component : record.getRecordComponents()) {
            fields.add(name(record, component));
        }
        return fields;
    }

    /** As it is written. */
    private static String name(Class<?> record, RecordComponent component) {
        return MAPPER.getDeserializationConfig().introspect(MAPPER.constructType(record)).findProperties().stream()
                .filter(property -> property.getInternalName().equals(component.getName()))
                .map(BeanPropertyDefinition::getName)
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> names(JsonNode properties) {
        Set<String> names = new LinkedHashSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode resolved(JsonNode root, JsonNode property) {
        return property.has("$ref") ? root.at(property.path("$ref").asText().substring(1)) : property;
    }

    private static String description(JsonNode root, JsonNode property) {
        return property.has("description")
                ? property.path("description").asText()
                : resolved(root, property).path("description").asText();
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> MAPPER.valueToTree(constant).asText())
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
