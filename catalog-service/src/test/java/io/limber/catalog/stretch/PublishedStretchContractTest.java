package io.limber.catalog.stretch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.limber.contracts.Contracts;
import io.limber.contracts.EventTypes;
import io.limber.contracts.StretchPublished;
import io.limber.kit.events.EventJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we publish, against the golden samples and the schema that consumers read too. */
class PublishedStretchContractTest {
    @ParameterizedTest
    @ValueSource(strings = {"minimal", "full", "two-sides", "translated"})
    void writesWhatTheSampleSays(String name) throws Exception {
        JsonNode sample = EventJson.MAPPER.readTree(resource(Contracts.sample(EventTypes.STRETCH_PUBLISHED, name)));
        StretchPublished event =
                EventJson.read(sample.toString().getBytes(StandardCharsets.UTF_8), StretchPublished.class);

        byte[] written = EventJson.write(event);

        assertThat(EventJson.MAPPER.readTree(written)).isEqualTo(sample);
        assertThat(schema().validate(new String(written, StandardCharsets.UTF_8), InputFormat.JSON))
                .isEmpty();
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(resource(Contracts.schema(EventTypes.STRETCH_PUBLISHED)), InputFormat.JSON);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = PublishedStretchContractTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
