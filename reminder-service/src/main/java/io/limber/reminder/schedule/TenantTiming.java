package io.limber.reminder.schedule;

import io.limber.cadence.Spread;
import io.limber.cadence.timing.InvalidTiming;
import io.limber.cadence.timing.TimingCadence;
import io.limber.cadence.timing.TimingCadence.Planned;
import io.limber.contracts.Timing;
import io.limber.kit.events.UndecodableEvent;
import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.schedule.Membership.Slot;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a timing means for a tenant's plans between two days: one slot, or one for each offset inside its spread. */
final class TenantTiming {
    private final TenantId tenant;
    private final Timing timing;
    private final LocalDate first;
    private final @Nullable LocalDate last;
    private final Map<Duration, Slot> slots = new HashMap<>();

    TenantTiming(TenantId tenant, Timing timing, LocalDate first, @Nullable LocalDate last) {
        this.tenant = tenant;
        this.timing = timing;
        this.first = first;
        this.last = last;
    }

    /**
     * @throws UndecodableEvent when the timing makes no cadence, with what to change
     */
    Slot of(PlanId plan) throws UndecodableEvent {
        // Only a timing that was in order once has slots, and so a spread that is.
        Slot known = slots.isEmpty() ? null : slots.get(Spread.offset(plan.value(), spread()));
        if (known == null) {
            Planned planned = planned(plan);
            known = new Slot(new SharedCadence(tenant, planned.cadence()), planned.active());
            slots.put(planned.cadence().offset(), known);
        }
        return known;
    }

    private Planned planned(PlanId plan) throws UndecodableEvent {
        try {
            return TimingCadence.of(timing, plan.value(), first, last);
        } catch (InvalidTiming e) {
            throw new UndecodableEvent("timing" + e.pointer() + ": " + e.getMessage());
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new UndecodableEvent("timing makes no cadence: " + e.getMessage());
        }
    }

    private Duration spread() {
        Integer minutes = timing.spreadMinutes();
        return minutes == null ? Duration.ZERO : Duration.ofMinutes(minutes);
    }
}
