package io.limber.reminder.delivery.email;

import io.limber.contracts.ReminderDue;
import io.limber.contracts.ShownRoutine;
import io.limber.reminder.answer.RoutineWords;
import io.quarkus.mailer.Mail;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** A reminder as a mail shows it. */
record ReminderMail(String name, String locale, String length, List<Step> steps, String link) {
    private static final int LONGEST_NAME = 60;

    /** One stretch. */
    record Step(String name, String length) {}

    /** Text and HTML of the mail. The HTML template escapes what it shows. */
    @CheckedTemplate(basePath = "ReminderMail")
    static class Templates {
        static native TemplateInstance text(ReminderMail mail);

        static native TemplateInstance html(ReminderMail mail);
    }

    static ReminderMail of(ReminderDue due, String link) {
        ShownRoutine routine = due.routine();
        return new ReminderMail(
                oneLine(routine.name()),
                routine.locale(),
                RoutineWords.length(routine.totalSeconds()),
                routine.items().stream()
                        .map(item -> new Step(oneLine(item.name()), RoutineWords.length(item.seconds())))
                        .toList(),
                link);
    }

    public String subject() {
        String shown = name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME).stripTrailing() + "…";
        return "Time to move: " + shown;
    }

    Mail to(String address, String reminderId) {
        return Mail.withText(address, subject(), Templates.text(this).render())
                .setHtml(Templates.html(this).render())
                .addHeader("Message-ID", "<" + reminderId + "@limber>")
                // Keeps out-of-office replies and mail loops away (RFC 3834).
                .addHeader("Auto-Submitted", "auto-generated");
    }

    /** A line break in a name would be one in a header. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
