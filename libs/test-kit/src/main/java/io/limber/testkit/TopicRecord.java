package io.limber.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as it lies on a topic.
 *
 * @param value null for a tombstone
 * @param headers the last value of each header, as text
 */
public record TopicRecord(
        String topic,
        int partition,
        long offset,
        long timestamp,
        @Nullable String key,
        @Nullable String value,
        Map<String, String> headers) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static TopicRecord of(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {
        var headers = new HashMap<String, String>();
        for (var header : record.headers()) {
            var text = text(header.value());
            if (text != null) {
                headers.put(header.key(), text);
            }
        }
        return new TopicRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                text(record.key()),
                text(record.value()),
                Map.copyOf(headers));
    }

    /** The header's value, or an empty text. */
    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The value as JSON. */
    public JsonNode json() {
        if (value == null) {
            throw new AssertionError("A tombstone has no JSON: " + this);
        }
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON on " + topic + ": " + value, e);
        }
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
