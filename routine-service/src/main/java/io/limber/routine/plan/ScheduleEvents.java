package io.limber.routine.plan;

import io.limber.contracts.EventHeaders;
import io.limber.contracts.EventTypes;
import io.limber.contracts.Topics;
import io.limber.kit.outbox.Outbox;
import io.limber.kit.outbox.OutboxEvent;
import io.limber.kit.tenancy.TenantId;
import io.limber.kit.time.Tzdb;
import io.limber.routine.routine.Routine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/**
 * Says on the topic what became of a plan, in the transaction in which it became so. The plan must be flushed before: the
 * event carries its new version.
 */
@ApplicationScoped
class ScheduleEvents {
    // So that whoever fires can tell that it computes with other rules than the preview.
    private static final Map<String, String> RULES = Map.of(EventHeaders.TZDB, Tzdb.version());

    private final Outbox outbox;

    ScheduleEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    void changed(TenantId tenant, Plan plan, Routine routine) {
        var unused = outbox.append(OutboxEvent.of(
                        Topics.SCHEDULES,
                        plan.id().toString(),
                        EventTypes.SCHEDULE_CHANGED,
                        Optional.of(tenant),
                        plan.event(routine.shown()))
                .with(RULES));
    }

    /** The last state, for whoever reads along; then the tombstone, with which compaction forgets the plan. */
    void ended(TenantId tenant, Plan plan, Routine routine) {
        changed(tenant, plan, routine);
        var unused = outbox.append(OutboxEvent.tombstone(
                        Topics.SCHEDULES, plan.id().toString(), EventTypes.SCHEDULE_CHANGED, Optional.of(tenant))
                .with(RULES));
    }
}
