package io.limber.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limber.contracts.EventHeaders;
import io.limber.kit.tenancy.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class EventTest {
    private static final Event EVENT = new Event(
            "id-1",
            "io.limber.thing.changed.v1",
            "/limber/test",
            "thing-1",
            Instant.parse("2026-11-23T10:00:00Z"),
            Optional.of(new TenantId("acme")),
            Optional.empty());

    @Test
    void comesBackFromItsHeaders() throws UndecodableEvent {
        assertThat(Event.of(record(EVENT.headers()))).isEqualTo(EVENT);
    }

    @Test
    void namesTheMissingHeader() {
        Map<String, String> headers = EVENT.headers();
        headers.remove(EventHeaders.TYPE);

        assertThatThrownBy(() -> Event.of(record(headers)))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessageContaining(EventHeaders.TYPE);
    }

    @Test
    void refusesATenantAndATimeOfAnotherForm() {
        Map<String, String> tenant = EVENT.headers();
        tenant.put(EventHeaders.TENANT, "No Tenant");
        Map<String, String> time = EVENT.headers();
        time.put(EventHeaders.TIME, "yesterday");

        assertThatThrownBy(() -> Event.of(record(tenant))).isInstanceOf(UndecodableEvent.class);
        assertThatThrownBy(() -> Event.of(record(time))).isInstanceOf(UndecodableEvent.class);
    }

    private static ConsumerRecord<String, byte[]> record(Map<String, String> headers) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("topic", 0, 0, "thing-1", new byte[0]);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
