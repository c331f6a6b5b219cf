package io.limber.reminder.schedule;

import io.limber.contracts.EventHeaders;
import io.limber.contracts.EventTypes;
import io.limber.contracts.ShownRoutine;
import io.limber.kit.events.EventJson;
import io.limber.kit.events.UndecodableEvent;
import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.schedule.ScheduleChange.Activated;
import io.limber.reminder.schedule.ScheduleChange.Removed;
import io.limber.reminder.schedule.ScheduleChange.Stopped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Reads schedule records. What it lets pass can be stored and fired; everything else says why not. Remembers what most
 * plans have in common with others, so it is for one thread.
 */
final class ScheduleDecoder {
    private static final int REMEMBERED_TENANTS = 64 << 10;
    private static final int REMEMBERED_ROUTINES = 1 << 20;
    private static final int LONGEST_PERSON_ID = 128;
    private static final char NUL = '\0';
    private static final byte[] SCHEDULE_CHANGED = EventTypes.SCHEDULE_CHANGED.getBytes(StandardCharsets.UTF_8);
    private static final List<String> ATTRIBUTES =
            List.of(EventHeaders.ID, EventHeaders.TYPE, EventHeaders.SOURCE, EventHeaders.SUBJECT, EventHeaders.TIME);

    private final Slots slots = new Slots();
    private final Recent<TenantId> tenants = new Recent<>(REMEMBERED_TENANTS);
    private final Recent<byte[]> routines = new Recent<>(REMEMBERED_ROUTINES);

    /**
     * @throws UndecodableEvent with a sentence that says what is wrong, without personal data
     */
    ScheduleChange decode(ConsumerRecord<String, byte[]> record) throws UndecodableEvent {
        PlanId plan = plan(record.key());
        if (record.value() == null) {
            return new Removed(record.partition(), plan);
        }
        requireAttributes(record);
        SchedulePayload payload = SchedulePayload.read(record.value());
        if (!plan.value().equals(payload.planId)) {
            throw new UndecodableEvent("the key is not the plan's id");
        }
        TenantId tenant = tenant(record);
        long version = Slots.required(payload.version, "version");
        return switch (Slots.required(payload.state, "state")) {
            case "ACTIVE" ->
                new Activated(record.partition(), plan, tenant, version, membership(tenant, plan, payload));
            case "PAUSED" -> new Stopped(record.partition(), plan, tenant, version, false);
            case "ENDED" -> new Stopped(record.partition(), plan, tenant, version, true);
            default -> throw new UndecodableEvent("state is none of ACTIVE, PAUSED, ENDED");
        };
    }

    private static PlanId plan(String key) throws UndecodableEvent {
        try {
            return new PlanId(Objects.requireNonNullElse(key, ""));
        } catch (IllegalArgumentException e) {
            throw new UndecodableEvent("the key is not a plan's id");
        }
    }

    private static void requireAttributes(ConsumerRecord<?, ?> record) throws UndecodableEvent {
        for (String attribute : ATTRIBUTES) {
            byte[] unused = header(record, attribute);
        }
        if (!Arrays.equals(header(record, EventHeaders.TYPE), SCHEDULE_CHANGED)) {
            throw new UndecodableEvent("type " + new String(header(record, EventHeaders.TYPE), StandardCharsets.UTF_8)
                    + " is not one this topic carries");
        }
    }

    private TenantId tenant(ConsumerRecord<?, ?> record) throws UndecodableEvent {
        ByteBuffer name = ByteBuffer.wrap(header(record, EventHeaders.TENANT));
        TenantId tenant = tenants.find(name);
        if (tenant == null) {
            try {
                tenant = new TenantId(new String(name.array(), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                throw new UndecodableEvent("header " + EventHeaders.TENANT + " is not a tenant");
            }
            tenants.keep(name, tenant);
        }
        return tenant;
    }

    private static byte[] header(ConsumerRecord<?, ?> record, String name) throws UndecodableEvent {
        Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new UndecodableEvent("header " + name + " is missing");
        }
        return header.value();
    }

    private Membership membership(TenantId tenant, PlanId plan, SchedulePayload payload) throws UndecodableEvent {
        Membership.Slot slot = slots.of(tenant, plan, payload);
        String person = Slots.required(payload.personId, "personId");
        if (person.isEmpty() || person.length() > LONGEST_PERSON_ID || person.indexOf(NUL) >= 0) {
            throw new UndecodableEvent("personId is not 1 to " + LONGEST_PERSON_ID + " characters");
        }
        return new Membership(slot, person, routine(Slots.required(payload.routine, "routine")));
    }

    /** In the one form in which it goes into events, whatever blanks and unknown fields it came with. */
    private byte[] routine(ByteBuffer json) throws UndecodableEvent {
        byte[] routine = routines.find(json);
        if (routine == null) {
            byte[] own = new byte[json.remaining()];
            json.duplicate().get(own);
            routine = EventJson.write(EventJson.read(own, ShownRoutine.class));
            routines.keep(json, routine);
        }
        return routine;
    }
}
