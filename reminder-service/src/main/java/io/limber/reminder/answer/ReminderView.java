package io.limber.reminder.answer;

import io.limber.contracts.ReminderDue;
import io.limber.contracts.ShownRoutine;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A reminder as callers see it. */
@Schema(name = "Reminder")
public record ReminderView(
        @Schema(
                examples = "7f0a52d8-6a3e-5d5a-9a2e-0d5f6c1b2a3c",
                description = "Also the event's id, the webhook-id and the mail's Message-ID")
        String id,

        String planId,
        String personId,
        ReminderDue.Kind kind,
        Instant dueAt,
        @Schema(examples = "Europe/Berlin") String zone,

        @Schema(description = "The reply if there is one, otherwise how delivery went")
        State state,

        @Nullable String snoozedFrom,
        @Nullable Instant answeredAt,
        @Nullable Via answeredVia,
        @Nullable Instant snoozedUntil,
        @Nullable String snoozedReminderId,
        @Nullable SkipReason skipReason,
        ShownRoutine routine) {
    /** Where a reminder stands. */
    public enum State {
        DUE,
        DELIVERED,
        FAILED,
        SUPPRESSED,
        DONE,
        SNOOZED,
        SKIPPED
    }

    static ReminderView of(Reminder reminder) {
        ReminderDue due = reminder.due();
        Replied replied = reminder.replied();
        Replied.Next next = replied == null ? null : replied.next();
        return new ReminderView(
                due.reminderId(),
                due.planId(),
                due.personId(),
                due.kind(),
                due.dueAt(),
                due.zone(),
                state(reminder),
                due.snoozedFrom(),
                replied == null ? null : replied.at(),
                replied == null ? null : replied.via(),
                next == null ? null : next.dueAt(),
                next == null ? null : next.id().toString(),
                replied != null && replied.reply() instanceof Reply.Skip skip ? skip.reason() : null,
                due.routine());
    }

    private static State state(Reminder reminder) {
        if (reminder.replied() != null) {
            return switch (reminder.replied().reply()) {
                case Reply.Done done -> State.DONE;
                case Reply.Snooze snooze -> State.SNOOZED;
                case Reply.Skip skip -> State.SKIPPED;
            };
        }
        return switch (reminder.progress()) {
            case DUE -> State.DUE;
            case DELIVERED -> State.DELIVERED;
            case FAILED -> State.FAILED;
            case SUPPRESSED -> State.SUPPRESSED;
        };
    }
}
