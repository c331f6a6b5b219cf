package io.limber.catalog.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.limber.catalog.editing.OwnStretch;
import io.limber.catalog.editing.OwnStretch.InForce;
import io.limber.catalog.editing.StretchDraft;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes stretches out. Equal stretches are equal bytes: one order of fields, nothing that is null. */
final class ExportLines implements AutoCloseable {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .build();

    private final Format format;
    private final OutputStream out;

    ExportLines(Format format, OutputStream out) {
        this.format = format;
        this.out = out;
    }

    static TransferLine of(OwnStretch own) {
        return new TransferLine(
                own.id(),
                own.state().name(),
                own.inForce().flatMap(InForce::replacedBy).orElse(null),
                own.published().orElse(null),
                own.waiting().orElse(null));
    }

    static JsonNode json(StretchDraft draft) {
        return JSON.valueToTree(draft);
    }

    void write(OwnStretch own) throws IOException {
        byte[] bytes = switch (format) {
            case NDJSON -> JSON.writeValueAsBytes(of(own));
            case YAML -> YAML.writeValueAsBytes(of(own));
            case FREE_EXERCISE_DB -> throw new IllegalArgumentException("only comes in");
        };
        out.write(bytes);
        if (format == Format.NDJSON) {
            out.write("\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
