package io.limber.reminder.firing;

import static io.limber.contracts.EventHeaders.CONTENT_TYPE;
import static io.limber.contracts.EventHeaders.ID;
import static io.limber.contracts.EventHeaders.SOURCE;
import static io.limber.contracts.EventHeaders.SPEC_VERSION;
import static io.limber.contracts.EventHeaders.SUBJECT;
import static io.limber.contracts.EventHeaders.TENANT;
import static io.limber.contracts.EventHeaders.TIME;
import static io.limber.contracts.EventHeaders.TYPE;

import io.limber.contracts.EventTypes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Makes the records of one transaction; what they have in common is made once. Not for several threads. */
final class ReminderRecords {
    private static final Header VERSION_1 = header(SPEC_VERSION, "1.0");
    private static final Header REMINDER_DUE = header(TYPE, EventTypes.REMINDER_DUE);
    private static final Header LIMBER_REMINDER = header(SOURCE, "/limber/reminder");
    private static final Header JSON = header(CONTENT_TYPE, "application/json");

    private final TopicPartition to;
    private final Header time;
    private final Map<String, Header> tenants = new HashMap<>();
    private final ReminderJson json = new ReminderJson();

    /** @param now when the reminders are emitted */
    ReminderRecords(TopicPartition to, Instant now) {
        this.to = to;
        this.time = header(TIME, now.toString());
    }

    ProducerRecord<byte[], byte[]> of(DueReminder reminder) {
        byte[] id = reminder.id().toString().getBytes(StandardCharsets.ISO_8859_1);
        List<Header> headers = List.of(
                VERSION_1,
                new RecordHeader(ID, id),
                REMINDER_DUE,
                LIMBER_REMINDER,
                new RecordHeader(SUBJECT, reminder.planId()),
                time,
                tenants.computeIfAbsent(reminder.tenant(), tenant -> header(TENANT, tenant)),
                JSON);
        return new ProducerRecord<>(to.topic(), to.partition(), reminder.planId(), json.write(reminder, id), headers);
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
