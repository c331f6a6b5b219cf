package io.limber.reminder;

import io.limber.contracts.EventTypes;
import io.limber.contracts.ReminderDue;
import io.limber.contracts.ShownRoutine;
import io.limber.contracts.Topics;
import io.limber.kit.events.Event;
import io.limber.kit.events.EventJson;
import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.firing.ReminderIds;
import io.limber.testkit.TestStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Puts reminders on {@code limber.reminders} as the engine does, and waits until the service has taken them in. */
public final class DueTopic implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestStack.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    /** A reminder of a new plan. */
    public static ReminderDue due(String personId, Instant dueAt) {
        return due(UUID.randomUUID().toString(), personId, dueAt);
    }

    public static ReminderDue due(String planId, String personId, Instant dueAt) {
        return new ReminderDue(
                ReminderIds.of(planId, dueAt).toString(),
                planId,
                personId,
                ReminderDue.Kind.PLANNED,
                dueAt,
                "Europe/Berlin",
                null,
                new ShownRoutine(
                        "0193a0b2-1f00-7c3e-8d5a-5b1f0a2c3d4e",
                        "Lower back, short",
                        "en",
                        125,
                        List.of(
                                new ShownRoutine.Item("cat-cow", "Cat-Cow", 70),
                                new ShownRoutine.Item("knee-to-chest", "Single Knee-to-Chest", 45))));
    }

    /** Returns when the service knows it. */
    public ReminderDue bring(Platform platform, ReminderDue due) {
        put(platform, due);
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> platform.reminder(due.reminderId()).then().statusCode(200));
        return due;
    }

    public void put(Platform platform, ReminderDue due) {
        Event event = new Event(
                due.reminderId(),
                EventTypes.REMINDER_DUE,
                "/limber/reminder",
                due.planId(),
                due.dueAt(),
                Optional.of(new TenantId(platform.tenant())),
                Optional.empty());
        putRaw(due.planId(), EventJson.write(due), event.headers());
    }

    public void putRaw(String key, byte[] value, Map<String, String> headers) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(Topics.REMINDERS, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            var unused = producer.send(record).get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
