package io.limber.kit.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * JSON of event payloads. Reading ignores fields it does not know, because contracts grow by addition; absent values are
 * left out.
 */
public final class EventJson {
    public static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private EventJson() {}

    public static byte[] write(Object payload) {
        try {
            return MAPPER.writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event must always be writable", e);
        }
    }

    /**
     * @throws UndecodableEvent when the bytes are not this type's JSON
     */
    public static <T> T read(byte[] payload, Class<T> type) throws UndecodableEvent {
        try {
            T value = MAPPER.readValue(payload, type);
            if (value == null) {
                throw new UndecodableEvent("the payload is JSON null");
            }
            return value;
        } catch (IOException e) {
            throw new UndecodableEvent("the payload is not a " + type.getSimpleName());
        }
    }
}
