package io.limber.catalog.transfer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one entry after the other and never more than one into memory. One that cannot be read does not hold up the next, except in
 * a JSON array, where nobody knows where the next one would begin.
 */
final class LineReader {
    /** A stretch in four languages with a figure takes a fortieth of it; the longest that may be kept, twice and in YAML, all of it. */
    static final int LONGEST = 1 << 20;

    private static final ObjectMapper ARRAY = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String BETWEEN = "---";
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String TOO_LONG = "is longer than " + LONGEST + " bytes";

    private final Format format;
    private final InputStream in;
    private int line;
    private @Nullable Array array;

    LineReader(Format format, InputStream in) {
        this.format = format;
        this.in = new BufferedInputStream(in);
    }

    /**
     * An entry, or why it is none.
     *
     * @param number of the line it begins in; in a JSON array its place, from 1 on
     * @param bytes how many of the file it is made of, about
     */
    record Entry(int number, int bytes, Optional<JsonNode> value, Optional<String> mistake) {
        static Entry of(int number, int bytes, JsonNode value) {
            return value.isObject()
                    ? new Entry(number, bytes, Optional.of(value), Optional.empty())
                    : broken(number, "is no object");
        }

        static Entry broken(int number, String mistake) {
            return new Entry(number, 0, Optional.empty(), Optional.of(mistake));
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
            int bytes = 0;
            Optional<String> mistake = Optional.empty();
            int first = line + 1;
            Text text = readLine();
            while (text != null && !text.value.stripTrailing().equals(BETWEEN)) {
                bytes += text.bytes + 1;
                mistake = mistake.or(text::mistake);
                if (bytes <= LONGEST && mistake.isEmpty()) {
                    document.append(text.value).append('\n');
                }
                text = readLine();
            }
            Text whole = bytes > LONGEST ? Text.broken(TOO_LONG) : new Text(document.toString(), bytes, mistake);
            if (!whole.isBlank()) {
                return Optional.of(parse(YAML, first, whole));
            }
            if (text == null) {
                return Optional.empty();
            }
        }
    }

    private static Entry parse(ObjectMapper mapper, int number, Text text) {
        if (text.mistake.isPresent()) {
            return Entry.broken(number, text.mistake.get());
        }
        try {
            return mapper == YAML && hasReference(text.value)
                    ? Entry.broken(number, "has a reference (*), and those are not read")
                    : Entry.of(number, text.bytes, mapper.readTree(text.value));
        } catch (IOException e) {
            String what = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
            return Entry.broken(number, "cannot be read: " + what);
        }
    }

    /** The parser takes a reference for a text, which would be kept as if it had been meant. */
    private static boolean hasReference(String document) throws IOException {
        if (document.indexOf('*') < 0) {
            return false;
        }
        try (YAMLParser parser = YAML.getFactory().createParser(document)) {
            while (parser.nextToken() != null) {
                if (parser.isCurrentAlias()) {
                    return true;
                }
            }
            return false;
        }
    }

    private Optional<Entry> nextElement() throws IOException {
        try {
            if (array == null) {
                array = Array.open(in);
            }
            Optional<Entry> next = array.next(line + 1);
            line++;
            return next;
        } catch (Rationed.TooLong e) {
            throw new ProblemException(CommonProblem.VALIDATION_FAILED, "Entry " + (line + 1) + " " + TOO_LONG + ".");
        } catch (JsonProcessingException e) {
            throw new ProblemException(
                    CommonProblem.MALFORMED_JSON,
                    "The array breaks off behind entry " + line + ": " + e.getOriginalMessage());
        }
    }

    /** Of a line that is too long only its beginning is kept. */
    private @Nullable Text readLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        boolean isTooLong = false;
        int next = in.read();
        if (next < 0) {
            return null;
        }
        line++;
        while (next >= 0 && next != '\n') {
            isTooLong |= bytes.size() >= LONGEST;
            if (!isTooLong) {
                bytes.write(next);
            }
            next = in.read();
        }
        return isTooLong ? Text.broken(TOO_LONG) : text(bytes.toByteArray());
    }

    private Text text(byte[] bytes) {
        try {
            String value = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean isMarked = line == 1 && value.startsWith(BYTE_ORDER_MARK);
            return new Text(isMarked ? value.substring(1) : value, bytes.length, Optional.empty());
        } catch (CharacterCodingException e) {
            return Text.broken("is not UTF-8");
        }
    }

    /**
     * @param mistake why it cannot be read
     */
    private record Text(String value, int bytes, Optional<String> mistake) {
        static Text broken(String mistake) {
            return new Text("", 0, Optional.of(mistake));
        }

        boolean isBlank() {
            return mistake.isEmpty() && value.isBlank();
        }
    }

    /** A JSON array, element by element. */
    private record Array(Rationed in, JsonParser parser) {
        static Array open(InputStream in) throws IOException {
            Rationed rationed = new Rationed(in);
            JsonParser parser = ARRAY.getFactory().createParser((InputStream) rationed);
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new ProblemException(CommonProblem.MALFORMED_JSON, "The body is no JSON array.");
            }
            return new Array(rationed, parser);
        }

        Optional<Entry> next(int number) throws IOException {
            in.renew();
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                if (parser.nextToken() != null) {
                    throw new ProblemException(CommonProblem.MALFORMED_JSON, "Something follows the array.");
                }
                return Optional.empty();
            }
            long begin = parser.currentTokenLocation().getByteOffset();
            JsonNode value = ARRAY.readTree(parser);
            int bytes = (int) (parser.currentLocation().getByteOffset() - begin);
            return Optional.of(Entry.of(number, bytes, value));
        }
    }

    /** Gives a parser about as many bytes as an entry may have, and then no more. */
    private static final class Rationed extends FilterInputStream {
        /** Parsers read ahead. */
        private static final int AHEAD = 16 << 10;

        private int left = LONGEST;

        Rationed(InputStream in) {
            super(in);
        }

        void renew() {
            left = LONGEST + AHEAD;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (left <= 0) {
                throw new TooLong();
            }
            int read = super.read(into, from, Math.min(most, left));
            left -= Math.max(read, 0);
            return read;
        }

        /** More than an entry may have. */
        private static final class TooLong extends IOException {
            @Serial
            private static final long serialVersionUID = 1L;
        }
    }
}
