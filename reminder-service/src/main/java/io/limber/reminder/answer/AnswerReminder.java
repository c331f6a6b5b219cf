package io.limber.reminder.answer;

import io.limber.contracts.EventTypes;
import io.limber.contracts.ReminderDone;
import io.limber.contracts.ReminderDue;
import io.limber.contracts.ReminderSkipped;
import io.limber.contracts.ReminderSnoozed;
import io.limber.contracts.Topics;
import io.limber.kit.outbox.Outbox;
import io.limber.kit.outbox.OutboxEvent;
import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.firing.OneOff;
import io.limber.reminder.firing.OneOffs;
import io.limber.reminder.firing.ReminderIds;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes what a person says to a reminder: stores it, announces it and, for a snooze, lets it come again. */
@ApplicationScoped
public class AnswerReminder {
    private final ReminderRepository reminders;
    private final OneOffs oneOffs;
    private final Outbox outbox;
    private final Clock clock;

    AnswerReminder(ReminderRepository reminders, OneOffs oneOffs, Outbox outbox, Clock clock) {
        this.reminders = reminders;
        this.oneOffs = oneOffs;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * The same reply again changes nothing and answers the same.
     *
     * @throws AlreadyAnswered when another one was given before
     */
    @Transactional
    public ReminderView answer(TenantId tenant, ReminderId id, Reply reply, Via via) {
        Reminder reminder = reminders.findLocked(tenant, id).orElseThrow(() -> ReminderId.notFound(id.toString()));
        if (reminder.replied() != null) {
            if (reminder.replied().reply().equals(reply)) {
                return reminder.view();
            }
            throw new AlreadyAnswered(reminder.view().state());
        }
        // PostgreSQL keeps microseconds and the wire milliseconds: what is stored must be what is announced.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Replied replied = new Replied(reply, now, via, next(id, reply, now));
        reminders.reply(tenant, id, replied);
        follow(tenant, reminder.due(), replied);
        return new Reminder(reminder.due(), reminder.progress(), replied, reminder.version() + 1).view();
    }

    private static Replied.@Nullable Next next(ReminderId id, Reply reply, Instant now) {
        if (!(reply instanceof Reply.Snooze snooze)) {
            return null;
        }
        Instant until = now.plus(snooze.length());
        return new Replied.Next(until, ReminderIds.ofSnooze(id.value(), until));
    }

    private void follow(TenantId tenant, ReminderDue due, Replied replied) {
        String via = replied.via().name();
        Instant at = replied.at();
        switch (replied.reply()) {
            case Reply.Done done ->
                announce(
                        tenant,
                        due,
                        EventTypes.REMINDER_DONE,
                        new ReminderDone(due.reminderId(), due.planId(), due.personId(), via, at));
            case Reply.Skip skip ->
                announce(
                        tenant,
                        due,
                        EventTypes.REMINDER_SKIPPED,
                        new ReminderSkipped(
                                due.reminderId(),
                                due.planId(),
                                due.personId(),
                                via,
                                skip.reason().name(),
                                at));
            case Reply.Snooze snooze -> {
                Replied.Next next = java.util.Objects.requireNonNull(replied.next());
                oneOffs.schedule(tenant, repeat(due, next));
                announce(
                        tenant,
                        due,
                        EventTypes.REMINDER_SNOOZED,
                        new ReminderSnoozed(
                                due.reminderId(),
                                due.planId(),
                                due.personId(),
                                via,
                                next.dueAt(),
                                next.id().toString(),
                                at));
            }
        }
    }

    private static OneOff repeat(ReminderDue due, Replied.Next next) {
        return new OneOff(
                next.id(),
                next.dueAt(),
                due.planId(),
                due.personId(),
                due.zone(),
                ReminderDue.Kind.SNOOZED,
                ReminderId.of(due.reminderId()).value(),
                due.routine());
    }

    private void announce(TenantId tenant, ReminderDue due, String type, Object payload) {
        outbox.append(OutboxEvent.of(Topics.NOTIFICATIONS, due.planId(), type, Optional.of(tenant), payload));
    }
}
