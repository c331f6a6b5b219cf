package io.limber.kit.outbox;

import io.limber.kit.events.EventJson;
import io.limber.kit.tenancy.TenantId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An event to be published with its transaction.
 *
 * @param key Kafka key and CloudEvents subject: the aggregate's id; events with one key stay in order
 * @param type CloudEvents type
 * @param payload JSON; null publishes a tombstone
 * @param extensions headers beside those that every event has
 */
public record OutboxEvent(
        String topic,
        String key,
        String type,
        Optional<TenantId> tenant,
        byte @Nullable [] payload,
        Map<String, String> extensions) {
    public OutboxEvent {
        extensions = Map.copyOf(extensions);
    }

    public static OutboxEvent of(String topic, String key, String type, Optional<TenantId> tenant, Object payload) {
        return new OutboxEvent(topic, key, type, tenant, EventJson.write(payload), Map.of());
    }

    public static OutboxEvent tombstone(String topic, String key, String type, Optional<TenantId> tenant) {
        return new OutboxEvent(topic, key, type, tenant, null, Map.of());
    }

    /** The same with these headers instead of the extensions it had. */
    public OutboxEvent with(Map<String, String> headers) {
        return new OutboxEvent(topic, key, type, tenant, payload, headers);
    }
}
