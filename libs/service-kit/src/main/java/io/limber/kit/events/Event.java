package io.limber.kit.events;

import static io.limber.contracts.EventHeaders.CONTENT_TYPE;
import static io.limber.contracts.EventHeaders.ID;
import static io.limber.contracts.EventHeaders.SOURCE;
import static io.limber.contracts.EventHeaders.SPEC_VERSION;
import static io.limber.contracts.EventHeaders.SUBJECT;
import static io.limber.contracts.EventHeaders.TENANT;
import static io.limber.contracts.EventHeaders.TIME;
import static io.limber.contracts.EventHeaders.TRACEPARENT;
import static io.limber.contracts.EventHeaders.TYPE;

import io.limber.kit.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * The attributes of a CloudEvent (1.0, binary mode on Kafka).
 *
 * @param tenant empty for the global catalogue
 */
public record Event(
        String id,
        String type,
        String source,
        String subject,
        Instant time,
        Optional<TenantId> tenant,
        Optional<String> traceparent) {

    /** As header names and values, in a fixed order. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(SPEC_VERSION, "1.0");
        headers.put(ID, id);
        headers.put(TYPE, type);
        headers.put(SOURCE, source);
        headers.put(SUBJECT, subject);
        headers.put(TIME, time.toString());
        tenant.ifPresent(value -> headers.put(TENANT, value.value()));
        traceparent.ifPresent(value -> headers.put(TRACEPARENT, value));
        headers.put(CONTENT_TYPE, "application/json");
        return headers;
    }

    /**
     * Reads the attributes of a record.
     *
     * @throws UndecodableEvent when a required one is missing or not readable
     */
    public static Event of(ConsumerRecord<?, ?> record) throws UndecodableEvent {
        try {
            return new Event(
                    require(record, ID),
                    require(record, TYPE),
                    require(record, SOURCE),
                    require(record, SUBJECT),
                    Instant.parse(require(record, TIME)),
                    find(record, TENANT).map(TenantId::new),
                    find(record, TRACEPARENT));
        } catch (DateTimeParseException e) {
            throw new UndecodableEvent("header " + TIME + " is not an RFC 3339 time");
        } catch (IllegalArgumentException e) {
            throw new UndecodableEvent("header " + TENANT + " is not a tenant");
        }
    }

    /**
     * The tenant of an event that must have one.
     *
     * @throws UndecodableEvent without it
     */
    public TenantId requireTenant() throws UndecodableEvent {
        return tenant.orElseThrow(() -> new UndecodableEvent("header " + TENANT + " is missing"));
    }

    private static String require(ConsumerRecord<?, ?> record, String name) throws UndecodableEvent {
        return find(record, name).orElseThrow(() -> new UndecodableEvent("header " + name + " is missing"));
    }

    private static Optional<String> find(ConsumerRecord<?, ?> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
