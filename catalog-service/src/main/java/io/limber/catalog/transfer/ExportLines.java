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
    private static final ObjectMapper YAML = yaml(true);

    /** For texts with U+2028 or U+2029: in a block these end a line in YAML 1.1, and do not in 1.2 or for whoever splits lines. */
    private static final ObjectMapper QUOTED = yaml(false);

    private final Format format;
    private final OutputStream out;

    ExportLines(Format format, OutputStream out) {
        this.format = format;
        this.out = out;
    }

    /**
     * @param blocks whether a text of several lines is written as such
     */
    private static ObjectMapper yaml(boolean blocks) {
        return YAMLMapper.builder()
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .configure(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE, blocks)
                .build();
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
            case YAML -> yaml(of(own));
            case FREE_EXERCISE_DB -> throw new IllegalArgumentException("only comes in");
        };
        out.write(bytes);
        if (format == Format.NDJSON) {
            out.write("\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] yaml(TransferLine line) throws IOException {
        String text = YAML.writeValueAsString(line);
        boolean isPlain = text.indexOf('\u2028') < 0 && text.indexOf('\u2029') < 0;
        return (isPlain ? text : QUOTED.writeValueAsString(line)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
