package io.limber.reminder.delivery.intake;

import io.limber.contracts.EventTypes;
import io.limber.contracts.ReminderDue;
import io.limber.kit.events.Event;
import io.limber.kit.events.EventJson;
import io.limber.kit.events.UndecodableEvent;
import io.limber.kit.tenancy.TenantId;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record of {@code limber.reminders}, decoded. */
record DueRecord(ConsumerRecord<String, byte[]> record, TenantId tenant, ReminderDue due) {
    /**
     * @throws UndecodableEvent when it is not a complete reminder of a tenant
     */
    static DueRecord of(ConsumerRecord<String, byte[]> record) throws UndecodableEvent {
        Event event = Event.of(record);
        if (!event.type().equals(EventTypes.REMINDER_DUE)) {
            throw new UndecodableEvent("the type is none of this topic");
        }
        if (record.value() == null) {
            throw new UndecodableEvent("the payload is missing");
        }
        ReminderDue due = EventJson.read(record.value(), ReminderDue.class);
        requireComplete(due);
        requireId(due.reminderId());
        if (due.snoozedFrom() != null) {
            requireId(due.snoozedFrom());
        }
        return new DueRecord(record, event.requireTenant(), due);
    }

    // Jackson leaves a record's missing fields null, whatever the type says.
    @SuppressWarnings("ConstantValue")
    private static void requireComplete(ReminderDue due) throws UndecodableEvent {
        @Nullable
        Object[] needed = {
            due.reminderId(), due.planId(), due.personId(), due.kind(), due.dueAt(), due.zone(), due.routine()
        };
        if (Stream.of(needed).anyMatch(Objects::isNull)) {
            throw new UndecodableEvent("a required field is missing");
        }
    }

    private static void requireId(String id) throws UndecodableEvent {
        try {
            UUID unused = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new UndecodableEvent("a reminder's id is not a UUID");
        }
    }
}
