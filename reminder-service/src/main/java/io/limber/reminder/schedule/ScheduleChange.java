package io.limber.reminder.schedule;

import io.limber.kit.tenancy.TenantId;

/** What a record of {@code limber.schedules} says about one plan. */
sealed interface ScheduleChange {
    int bucket();

    PlanId plan();

    /** The plan is reminded like this from now on. */
    record Activated(int bucket, PlanId plan, TenantId tenant, long version, Membership membership)
            implements ScheduleChange {}

    /** The plan is not reminded for the time being, or for good: then what was snoozed goes too. */
    record Stopped(int bucket, PlanId plan, TenantId tenant, long version, boolean forGood) implements ScheduleChange {}

    /** The tombstone. */
    record Removed(int bucket, PlanId plan) implements ScheduleChange {}
}
