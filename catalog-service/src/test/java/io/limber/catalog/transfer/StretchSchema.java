package io.limber.catalog.transfer;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.limber.catalog.editing.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The schema of what comes and goes, as it is packaged. */
final class StretchSchema {
    static final String TEXT = text();

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(TEXT, InputFormat.JSON);

    private StretchSchema() {}

    static JsonNode json() {
        return Samples.json(TEXT);
    }

    /** What it finds wrong with a line. */
    static List<String> mistakes(String line) {
        return SCHEMA.validate(line, InputFormat.JSON).stream()
                .map(Objects::toString)
                .toList();
    }

    private static String text() {
        try (InputStream in = StretchSchema.class.getResourceAsStream("stretch.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
