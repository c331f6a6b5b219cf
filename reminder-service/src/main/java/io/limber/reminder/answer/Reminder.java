package io.limber.reminder.answer;

import io.limber.contracts.ReminderDue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reminder that became due, how far it has got, and what was replied.
 *
 * @param due as it was on the topic
 */
public record Reminder(
        ReminderDue due, Progress progress, @Nullable Replied replied, long version) {

    public ReminderId id() {
        return ReminderId.of(due.reminderId());
    }

    public Optional<Replied> reply() {
        return Optional.ofNullable(replied);
    }

    public ReminderView view() {
        return ReminderView.of(this);
    }
}
