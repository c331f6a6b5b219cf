package io.limber.reminder.schedule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.limber.contracts.ScheduleChanged;
import io.limber.kit.events.EventJson;
import io.limber.kit.events.UndecodableEvent;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of contracts' {@link ScheduleChanged}, in one pass and as far as ingest needs it: {@code timing} and {@code
 * routine} stay the bytes they came as, because most plans share them with others. Of equal field names the last counts.
 */
final class SchedulePayload {
    private static final JsonFactory JSON = EventJson.MAPPER.getFactory();

    private final byte[] json;

    @Nullable
    String planId;

    @Nullable
    Long version;

    @Nullable
    String personId;

    @Nullable
    String state;

    @Nullable
    ByteBuffer timing;

    @Nullable
    String activeFrom;

    @Nullable
    String activeUntil;

    @Nullable
    ByteBuffer routine;

    private SchedulePayload(byte[] json) {
        this.json = json;
    }

    /**
     * @throws UndecodableEvent when it is not a JSON object in UTF-8, or a field is of the wrong kind
     */
    static SchedulePayload read(byte[] json) throws UndecodableEvent {
        SchedulePayload payload = new SchedulePayload(json);
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw unreadable();
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                payload.field(parser.currentName(), parser);
            }
        } catch (IOException e) {
            throw unreadable();
        }
        return payload;
    }

    private void field(String name, JsonParser parser) throws IOException, UndecodableEvent {
        JsonToken value = parser.nextToken();
        switch (name) {
            case "planId" -> planId = text(parser, value);
            case "version" -> version = number(parser, value);
            case "personId" -> personId = text(parser, value);
            case "state" -> state = text(parser, value);
            case "timing" -> timing = object(parser, value);
            case "activeFrom" -> activeFrom = text(parser, value);
            case "activeUntil" -> activeUntil = text(parser, value);
            case "routine" -> routine = object(parser, value);
            default -> parser.skipChildren();
        }
    }

    private static @Nullable String text(JsonParser parser, JsonToken value) throws IOException, UndecodableEvent {
        return switch (value) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NULL -> null;
            default -> throw unreadable();
        };
    }

    private static @Nullable Long number(JsonParser parser, JsonToken value) throws IOException, UndecodableEvent {
        return switch (value) {
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NULL -> null;
            default -> throw unreadable();
        };
    }

    private @Nullable ByteBuffer object(JsonParser parser, JsonToken value) throws IOException, UndecodableEvent {
        if (value == JsonToken.VALUE_NULL) {
            return null;
        }
        int start = (int) parser.currentTokenLocation().getByteOffset();
        if (value != JsonToken.START_OBJECT || start < 0) {
            throw unreadable();
        }
        parser.skipChildren();
        int end = (int) parser.currentLocation().getByteOffset();
        return ByteBuffer.wrap(json, start, end - start).slice();
    }

    private static UndecodableEvent unreadable() {
        return new UndecodableEvent("the payload is not a ScheduleChanged");
    }
}
