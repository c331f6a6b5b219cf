package io.limber.routine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limber.kit.events.EventJson;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/**
 * JSON in columns is written like JSON in events, not like JSON in requests: what an older release stored must stay
 * readable.
 */
@JsonFormat
@PersistenceUnitExtension
@Singleton
public class ColumnJson implements FormatMapper {
    private final ObjectMapper json = EventJson.MAPPER;

    @Override
    public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
        try {
            return json.readValue(text.toString(), json.constructType(type.getJavaType()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column holds JSON of another shape", e);
        }
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        try {
            return json.writerFor(json.constructType(type.getJavaType())).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a column's value must always be writable", e);
        }
    }
}
