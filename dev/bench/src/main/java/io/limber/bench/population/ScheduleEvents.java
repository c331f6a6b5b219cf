package io.limber.bench.population;

import io.limber.contracts.EventHeaders;
import io.limber.contracts.EventTypes;
import io.limber.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts schedules of plans on {@code limber.schedules}, as routine-service would. */
public final class ScheduleEvents implements AutoCloseable {

    private static final byte[] CHANGED_AT = utf8("2026-01-01T08:00:00Z");

    private final KafkaProducer<String, byte[]> producer;
    private final AtomicReference<Exception> refused = new AtomicReference<>();

    public ScheduleEvents(String bootstrapServers) {
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "linger.ms",
                        20,
                        "batch.size",
                        128 * 1024,
                        "buffer.memory",
                        64L << 20),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends without waiting; {@link #flush} waits for all. */
    public void send(Population population, int number) {
        var planId = population.planId(number);
        var record = new ProducerRecord<>(Topics.SCHEDULES, planId, utf8(json(population, number, planId)));
        header(record, EventHeaders.SPEC_VERSION, utf8("1.0"));
        header(record, EventHeaders.ID, utf8(new UUID(population.series(), number).toString()));
        header(record, EventHeaders.TYPE, utf8(EventTypes.SCHEDULE_CHANGED));
        header(record, EventHeaders.SOURCE, utf8("/limber/bench"));
        header(record, EventHeaders.SUBJECT, utf8(planId));
        header(record, EventHeaders.TIME, CHANGED_AT);
        header(record, EventHeaders.TENANT, utf8(population.tenant()));
        var unused = producer.send(record, (sent, error) -> {
            if (error != null) {
                refused.compareAndSet(null, error);
            }
        });
    }

    public void flush() {
        producer.flush();
        var error = refused.get();
        if (error != null) {
            throw new IllegalStateException("A schedule event was not taken", error);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    /** Cadences that are due at the same time differ in how late their reminders may be. */
    private static String json(Population population, int number, String planId) {
        var cadence = population.cadence(number);
        var due = population.due(cadence).atZone(ZoneOffset.UTC);
        return """
                {"planId":"%s","version":1,"personId":"%s","state":"ACTIVE",\
                "timing":{"daysOfWeek":["MONDAY","TUESDAY","WEDNESDAY","THURSDAY","FRIDAY","SATURDAY","SUNDAY"],\
                "startTimes":["%s"],"zone":"Etc/UTC","gap":"SHIFT","fold":"FIRST","maxLatenessSeconds":%d},\
                "activeFrom":"%s","activeUntil":null,\
                "routine":{"routineId":"7f0c1f0a-3d4e-7b1a-9c55-0a1b2c3d4e5f","name":"Lower back, five minutes","locale":"en",\
                "totalSeconds":300,"items":[{"stretchId":"cat-cow","name":"Cat-cow","seconds":120},\
                {"stretchId":"childs-pose","name":"Child's pose","seconds":180}]},\
                "changedAt":"2026-01-01T08:00:00Z"}""".formatted(
                        planId,
                        person(number),
                        LocalTime.from(due),
                        1800 + cadence,
                        due.toLocalDate().minusDays(1));
    }

    static String person(int number) {
        return "person-" + number;
    }

    private static void header(ProducerRecord<String, byte[]> record, String name, byte[] value) {
        record.headers().add(name, value);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
