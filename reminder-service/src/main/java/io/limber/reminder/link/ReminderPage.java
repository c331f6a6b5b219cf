package io.limber.reminder.link;

import io.limber.contracts.ReminderDue;
import io.limber.contracts.ShownRoutine;
import io.limber.reminder.answer.Reminder;
import io.limber.reminder.answer.Replied;
import io.limber.reminder.answer.Reply;
import io.limber.reminder.answer.RoutineWords;
import io.limber.reminder.answer.SkipReason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A reminder as its page shows it.
 *
 * @param said what was replied, in words; empty while there is no reply
 * @param mistake what was wrong with the form that was sent
 */
record ReminderPage(
        String name,
        String locale,
        String length,
        String due,
        String dueMachine,
        List<Step> steps,
        Optional<String> said,
        Optional<String> mistake) {
    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("HH:mm 'on' EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter AGAIN = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** One stretch. */
    record Step(String name, String length) {}

    static ReminderPage of(Reminder reminder) {
        ReminderDue due = reminder.due();
        ShownRoutine routine = due.routine();
        ZoneId zone = zone(due.zone());
        return new ReminderPage(
                routine.name(),
                routine.locale(),
                RoutineWords.length(routine.totalSeconds()),
                DUE.format(due.dueAt().atZone(zone)),
                due.dueAt().toString(),
                routine.items().stream()
                        .map(item -> new Step(item.name(), RoutineWords.length(item.seconds())))
                        .toList(),
                reminder.reply().map(reply -> words(reply, zone)),
                Optional.empty());
    }

    ReminderPage withMistake(String mistake) {
        return new ReminderPage(name, locale, length, due, dueMachine, steps, said, Optional.of(mistake));
    }

    public String css() {
        return PageStyle.CSS;
    }

    /** What a snooze may last here; the API takes any number of minutes in the range. */
    public List<Integer> snoozes() {
        return List.of(5, 10, 15, 30, 60, 120);
    }

    private static String words(Replied replied, ZoneId zone) {
        return switch (replied.reply()) {
            case Reply.Done done -> "Done. Well moved!";
            case Reply.Snooze snooze -> "Snoozed. It comes again" + again(replied, zone) + ".";
            case Reply.Skip skip -> "Skipped" + because(skip.reason()) + ". Until next time.";
        };
    }

    private static String again(Replied replied, ZoneId zone) {
        Replied.Next next = replied.next();
        return next == null
                ? ""
                : " at " + AGAIN.format(ceilingToMinute(next.dueAt()).atZone(zone));
    }

    private static Instant ceilingToMinute(Instant instant) {
        return Instant.ofEpochSecond(Math.ceilDiv(instant.toEpochMilli(), 60_000L) * 60);
    }

    private static String because(SkipReason reason) {
        return switch (reason) {
            case BUSY -> ", because you are busy";
            case UNWELL -> ", because you do not feel well";
            case PAIN -> ", because something hurts";
            case OTHER -> "";
        };
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
