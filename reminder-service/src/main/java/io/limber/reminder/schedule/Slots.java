package io.limber.reminder.schedule;

import io.limber.contracts.Timing;
import io.limber.kit.events.EventJson;
import io.limber.kit.events.UndecodableEvent;
import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.schedule.Membership.Slot;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Works out slots, and remembers those of late. For one thread. */
final class Slots {
    private static final int REMEMBERED_BYTES = 2 << 20;
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private final Recent<TenantTiming> recent = new Recent<>(REMEMBERED_BYTES);

    /**
     * @throws UndecodableEvent when a field is missing, or the timing can make no cadence
     */
    Slot of(TenantId tenant, PlanId plan, SchedulePayload payload) throws UndecodableEvent {
        ByteBuffer timing = required(payload.timing, "timing");
        String first = required(payload.activeFrom, "activeFrom");
        ByteBuffer question = question(tenant, timing, first, payload.activeUntil);
        TenantTiming known = recent.find(question);
        if (known != null) {
            return known.of(plan);
        }
        TenantTiming understood = understood(tenant, timing, first, payload.activeUntil);
        Slot slot = understood.of(plan);
        recent.keep(question, understood);
        return slot;
    }

    private static ByteBuffer question(TenantId tenant, ByteBuffer timing, String first, @Nullable String last) {
        byte[] rest = (tenant.value() + ' ' + first + ' ' + last + ' ').getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(rest.length + timing.remaining())
                .put(rest)
                .put(timing.duplicate())
                .flip();
    }

    private static TenantTiming understood(TenantId tenant, ByteBuffer timing, String from, @Nullable String until)
            throws UndecodableEvent {
        byte[] json = new byte[timing.remaining()];
        timing.duplicate().get(json);
        LocalDate first = day(from, "activeFrom");
        LocalDate last = until == null ? null : day(until, "activeUntil");
        if (last != null && last.isBefore(first)) {
            throw new UndecodableEvent("activeUntil is before activeFrom");
        }
        return new TenantTiming(tenant, EventJson.read(json, Timing.class), first, last);
    }

    private static LocalDate day(String text, String field) throws UndecodableEvent {
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new UndecodableEvent(field + " is not a date");
        }
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw new UndecodableEvent(field + " is not between " + EARLIEST + " and " + LATEST);
        }
        return date;
    }

    static <T> T required(@Nullable T value, String field) throws UndecodableEvent {
        if (value == null) {
            throw new UndecodableEvent(field + " is missing");
        }
        return value;
    }
}
