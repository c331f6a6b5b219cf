package io.limber.reminder.schedule;

import io.limber.cadence.ActiveWindow;
import io.limber.cadence.Cadence;
import io.limber.cadence.FoldPolicy;
import io.limber.cadence.GapPolicy;
import io.limber.cadence.Weekly;
import io.limber.contracts.EventTypes;
import io.limber.contracts.ScheduleChanged;
import io.limber.contracts.Timing;
import io.limber.kit.events.Event;
import io.limber.kit.events.EventJson;
import io.limber.kit.events.UndecodableEvent;
import io.limber.reminder.schedule.ScheduleChange.Activated;
import io.limber.reminder.schedule.ScheduleChange.Removed;
import io.limber.reminder.schedule.ScheduleChange.Stopped;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads schedule records. What it lets pass can be stored and fired; everything else says why not. */
final class ScheduleDecoder {
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);
    private static final int LONGEST_PERSON_ID = 128;
    private static final char NUL = '\0';

    private ScheduleDecoder() {}

    /**
     * @throws UndecodableEvent with a sentence that says what is wrong, without personal data
     */
    static ScheduleChange decode(ConsumerRecord<String, byte[]> record) throws UndecodableEvent {
        PlanId plan = plan(record.key());
        byte[] payload = record.value();
        if (payload == null) {
            return new Removed(record.partition(), plan);
        }
        Event event = Event.of(record);
        if (!event.type().equals(EventTypes.SCHEDULE_CHANGED)) {
            throw new UndecodableEvent("type " + event.type() + " is not one this topic carries");
        }
        ScheduleChanged changed = EventJson.read(payload, ScheduleChanged.class);
        if (!plan.value().equals(changed.planId())) {
            throw new UndecodableEvent("the key is not the plan's id");
        }
        if (changed.state() == null) {
            throw new UndecodableEvent("state is missing");
        }
        return switch (changed.state()) {
            case ACTIVE ->
                new Activated(record.partition(), plan, event.requireTenant(), changed.version(), membership(changed));
            case PAUSED -> new Stopped(record.partition(), plan, event.requireTenant(), changed.version(), false);
            case ENDED -> new Stopped(record.partition(), plan, event.requireTenant(), changed.version(), true);
        };
    }

    private static PlanId plan(String key) throws UndecodableEvent {
        try {
            return new PlanId(Objects.requireNonNullElse(key, ""));
        } catch (IllegalArgumentException e) {
            throw new UndecodableEvent("the key is not a plan's id");
        }
    }

    private static Membership membership(ScheduleChanged changed) throws UndecodableEvent {
        Timing timing = required(changed.timing(), "timing");
        Cadence cadence = cadence(timing);
        LocalDate first = day(required(changed.activeFrom(), "activeFrom"), "activeFrom");
        Optional<LocalDate> last = Optional.ofNullable(changed.activeUntil());
        if (last.isPresent() && day(last.get(), "activeUntil").isBefore(first)) {
            throw new UndecodableEvent("activeUntil is before activeFrom");
        }
        String person = required(changed.personId(), "personId");
        if (person.isEmpty() || person.length() > LONGEST_PERSON_ID || person.indexOf(NUL) >= 0) {
            throw new UndecodableEvent("personId is not 1 to " + LONGEST_PERSON_ID + " characters");
        }
        byte[] routine = EventJson.write(required(changed.routine(), "routine"));
        return new Membership(cadence, person, ActiveWindow.of(first, last, cadence.zone()), routine);
    }

    private static Cadence cadence(Timing timing) throws UndecodableEvent {
        ZoneId zone = zone(required(timing.zone(), "timing.zone"));
        try {
            return Cadence.of(
                    Weekly.on(required(timing.daysOfWeek(), "timing.daysOfWeek")),
                    required(timing.startTimes(), "timing.startTimes"),
                    zone,
                    GapPolicy.valueOf(required(timing.gap(), "timing.gap")),
                    FoldPolicy.valueOf(required(timing.fold(), "timing.fold")),
                    Duration.ofSeconds(timing.maxLatenessSeconds()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new UndecodableEvent("timing makes no cadence: " + e.getMessage());
        }
    }

    private static ZoneId zone(String id) throws UndecodableEvent {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new UndecodableEvent("timing.zone is not a time zone known here");
        }
    }

    private static LocalDate day(LocalDate date, String field) throws UndecodableEvent {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw new UndecodableEvent(field + " is not between " + EARLIEST + " and " + LATEST);
        }
        return date;
    }

    private static <T> T required(@Nullable T value, String field) throws UndecodableEvent {
        if (value == null) {
            throw new UndecodableEvent(field + " is missing");
        }
        return value;
    }
}
