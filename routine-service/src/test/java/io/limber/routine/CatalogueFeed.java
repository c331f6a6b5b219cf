package io.limber.routine;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.contracts.EventTypes;
import io.limber.contracts.StretchAdapted;
import io.limber.contracts.Topics;
import io.limber.kit.events.Event;
import io.limber.kit.events.EventJson;
import io.limber.kit.tenancy.TenantId;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.TestStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Stands in for catalog-service: writes to its topic, and waits until the read model has it. */
public final class CatalogueFeed implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestStack.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    /** Publishes and waits; a null tenant is the global catalogue. */
    public void publish(@Nullable String tenant, Stretches... stretches) {
        for (Stretches stretch : stretches) {
            send(tenant, key(tenant, stretch.id()), EventJson.write(stretch.published()));
        }
        for (Stretches stretch : stretches) {
            Awaitility.await("read model of " + stretch.id())
                    .atMost(LIMIT)
                    .untilAsserted(() ->
                            assertThat(revision(tenant, stretch.id())).isGreaterThanOrEqualTo(stretch.revision()));
        }
    }

    /** Retires and waits. */
    public void retire(@Nullable String tenant, String id) {
        send(tenant, key(tenant, id), null);
        Awaitility.await("retirement of " + id)
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(retired(tenant, id)).isTrue());
    }

    /** Adapts and waits. */
    public void adapt(String tenant, StretchAdapted adaptation) {
        send(
                EventTypes.STRETCH_ADAPTED,
                tenant,
                Topics.adaptationKey(tenant, adaptation.id()),
                EventJson.write(adaptation));
        Awaitility.await("adaptation of " + adaptation.id())
                .atMost(LIMIT)
                .untilAsserted(() ->
                        assertThat(version(tenant, adaptation.id())).isGreaterThanOrEqualTo(adaptation.version()));
    }

    /** A record of a stretch with the right headers. */
    public void send(@Nullable String tenant, String key, byte @Nullable [] payload) {
        send(EventTypes.STRETCH_PUBLISHED, tenant, key, payload);
    }

    /** A record of this type with the right headers. */
    public void send(String type, @Nullable String tenant, String key, byte @Nullable [] payload) {
        Event event = new Event(
                UUID.randomUUID().toString(),
                type,
                "/limber/catalog",
                key,
                Instant.EPOCH,
                Optional.ofNullable(tenant).map(TenantId::new),
                Optional.empty());
        send(key, payload, event.headers());
    }

    /** A record as it is. */
    public void send(@Nullable String key, byte @Nullable [] payload, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.CATALOG, key, payload);
        headers.forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            var unused = producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private static int revision(@Nullable String tenant, String id) {
        return loop()
                .query("SELECT revision FROM catalogue_stretch WHERE tenant = ? AND id = ?", place(tenant), id)
                .stream()
                .map(row -> (Integer) row.get("revision"))
                .findFirst()
                .orElse(0);
    }

    private static boolean retired(@Nullable String tenant, String id) {
        return loop().count(
                                "SELECT count(*) FROM catalogue_stretch WHERE tenant = ? AND id = ? AND retired",
                                place(tenant),
                                id)
                == 1;
    }

    private static long version(String tenant, String id) {
        return loop().query("SELECT version FROM catalogue_adaptation WHERE tenant = ? AND id = ?", tenant, id).stream()
                .map(row -> (Long) row.get("version"))
                .findFirst()
                .orElse(0L);
    }

    /** The key of a stretch. */
    public static String key(@Nullable String tenant, String id) {
        return tenant == null ? id : Topics.catalogKey(tenant, id);
    }

    private static String place(@Nullable String tenant) {
        return tenant == null ? "*" : tenant;
    }

    private static SqlProbe loop() {
        return SqlProbe.as("routine", SqlProbe.Role.LOOP);
    }
}
