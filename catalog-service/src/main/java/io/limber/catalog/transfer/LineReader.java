package io.limber.catalog.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entry after the other and never more than one into memory. One that cannot be read does not hold up the next, except in
 * a JSON array, where nobody knows where the next one would begin.
 */
final class LineReader {
    /** A stretch in four languages with a figure takes a tenth of it. */
    static final int LONGEST = 256 << 10;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String BETWEEN = "---";

    private final Format format;
    private final BufferedReader reader;
    private int line;
    private @Nullable JsonParser array;

    LineReader(Format format, InputStream in) {
        this.format = format;
        this.reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /**
     * An entry, or why it is none.
     *
     * @param number of the line it begins in; in a JSON array its place, from 1 on
     */
    record Entry(int number, Optional<JsonNode> value, Optional<String> mistake) {
        static Entry of(int number, JsonNode value) {
            return value.isObject()
                    ? new Entry(number, Optional.of(value), Optional.empty())
                    : broken(number, "is no object");
        }

        static Entry broken(int number, String mistake) {
            return new Entry(number, Optional.empty(), Optional.of(mistake));
        }
    }

    /**
     * Empty at the end.
     *
     * @throws ProblemException 400 when a JSON array cannot be read on
     */
    Optional<Entry> next() throws IOException {
        return switch (format) {
            case NDJSON -> nextLine();
            case YAML -> nextDocument();
            case FREE_EXERCISE_DB -> nextElement();
        };
    }

    private Optional<Entry> nextLine() throws IOException {
        while (true) {
            Text text = readLine();
            if (text == null) {
                return Optional.empty();
            }
            if (!text.isBlank()) {
                return Optional.of(parse(JSON, line, text));
            }
        }
    }

    private Optional<Entry> nextDocument() throws IOException {
        while (true) {
            StringBuilder document = new StringBuilder();
            boolean isTooLong = false;
            int first = line + 1;
            Text text = readLine();
            while (text != null && !text.value.stripTrailing().equals(BETWEEN)) {
                isTooLong |= text.isTooLong || document.length() + text.value.length() > LONGEST;
                if (!isTooLong) {
                    document.append(text.value).append('\n');
                }
                text = readLine();
            }
            if (isTooLong || !document.toString().isBlank()) {
                return Optional.of(parse(YAML, first, new Text(document.toString(), isTooLong)));
            }
            if (text == null) {
                return Optional.empty();
            }
        }
    }

    private static Entry parse(ObjectMapper mapper, int number, Text text) {
        if (text.isTooLong) {
            return Entry.broken(number, "is longer than " + LONGEST + " characters");
        }
        try {
            return Entry.of(number, mapper.readTree(text.value));
        } catch (JsonProcessingException e) {
            return Entry.broken(number, "cannot be read: " + e.getOriginalMessage());
        }
    }

    private Optional<Entry> nextElement() throws IOException {
        JsonParser parser = array;
        if (parser == null) {
            parser = JSON.getFactory().createParser(reader);
            array = parser;
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new ProblemException(CommonProblem.MALFORMED_JSON, "The body is no JSON array.");
            }
        }
        try {
            JsonToken token = parser.nextToken();
            if (token == null || token == JsonToken.END_ARRAY) {
                return Optional.empty();
            }
            JsonNode value = JSON.readTree(parser);
            return Optional.of(Entry.of(++line, value));
        } catch (JsonProcessingException e) {
            throw new ProblemException(
                    CommonProblem.MALFORMED_JSON,
                    "The array breaks off behind entry " + line + ": " + e.getOriginalMessage());
        }
    }

    /** Of a line that is too long only its beginning is kept. */
    private @Nullable Text readLine() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean isTooLong = false;
        int next = reader.read();
        if (next < 0) {
            return null;
        }
        line++;
        while (next >= 0 && next != '\n') {
            if (text.length() < LONGEST) {
                text.append((char) next);
            } else {
                isTooLong = true;
            }
            next = reader.read();
        }
        return new Text(text.toString(), isTooLong);
    }

    private record Text(String value, boolean isTooLong) {
        boolean isBlank() {
            return value.isBlank();
        }
    }
}
