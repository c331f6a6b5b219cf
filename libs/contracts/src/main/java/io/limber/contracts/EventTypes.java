package io.limber.contracts;

import java.util.List;

/** CloudEvents {@code type} of every event: {@code io.limber.<noun>.<past participle>.v<major>}. */
public final class EventTypes {
    /** {@link StretchPublished} on {@link Topics#CATALOG}. */
    public static final String STRETCH_PUBLISHED = "io.limber.stretch.published.v1";

    /** {@link StretchAdapted} on {@link Topics#CATALOG}. */
    public static final String STRETCH_ADAPTED = "io.limber.stretch.adapted.v1";

    /** {@link ScheduleChanged} on {@link Topics#SCHEDULES}. */
    public static final String SCHEDULE_CHANGED = "io.limber.schedule.changed.v1";

    /** {@link ReminderDue} on {@link Topics#REMINDERS}. */
    public static final String REMINDER_DUE = "io.limber.reminder.due.v1";

    /** {@link ReminderDelivered} on {@link Topics#NOTIFICATIONS}. */
    public static final String REMINDER_DELIVERED = "io.limber.reminder.delivered.v1";

    /** {@link ReminderFailed} on {@link Topics#NOTIFICATIONS}. */
    public static final String REMINDER_FAILED = "io.limber.reminder.failed.v1";

    /** {@link ReminderSuppressed} on {@link Topics#NOTIFICATIONS}. */
    public static final String REMINDER_SUPPRESSED = "io.limber.reminder.suppressed.v1";

    /** {@link ReminderDone} on {@link Topics#NOTIFICATIONS}. */
    public static final String REMINDER_DONE = "io.limber.reminder.done.v1";

    /** {@link ReminderSnoozed} on {@link Topics#NOTIFICATIONS}. */
    public static final String REMINDER_SNOOZED = "io.limber.reminder.snoozed.v1";

    /** {@link ReminderSkipped} on {@link Topics#NOTIFICATIONS}. */
    public static final String REMINDER_SKIPPED = "io.limber.reminder.skipped.v1";

    /** Every type above. */
    public static final List<String> ALL = List.of(
            STRETCH_PUBLISHED,
            STRETCH_ADAPTED,
            SCHEDULE_CHANGED,
            REMINDER_DUE,
            REMINDER_DELIVERED,
            REMINDER_FAILED,
            REMINDER_SUPPRESSED,
            REMINDER_DONE,
            REMINDER_SNOOZED,
            REMINDER_SKIPPED);

    private EventTypes() {}
}
