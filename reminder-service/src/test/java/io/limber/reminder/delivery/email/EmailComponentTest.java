package io.limber.reminder.delivery.email;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import io.limber.contracts.ReminderDue;
import io.limber.contracts.ShownRoutine;
import io.limber.reminder.DueTopic;
import io.limber.reminder.Platform;
import io.limber.reminder.ReminderServiceTest;
import io.limber.reminder.delivery.DeliveryWorker;
import io.limber.reminder.delivery.HandDriven;
import jakarta.inject.Inject;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ReminderServiceTest
class EmailComponentTest {
    @Inject
    DeliveryWorker worker;

    @SuppressWarnings("NullAway.Init")
    GreenMail mail;

    final Platform platform = Platform.fresh();
    final String person = "p-" + UUID.randomUUID();
    final DueTopic topic = new DueTopic();

    @AfterEach
    void close() {
        topic.close();
    }

    @Test
    void saysWhatToDoInTextAndHtmlAndLinksToThePage() throws Exception {
        // When
        ReminderDue due = DueTopic.due(person, Instant.parse("2026-11-23T09:00:00Z"));
        MimeMessage message = mailed(due);

        // Then
        assertThat(message.getMessageID()).isEqualTo("<" + due.reminderId() + "@limber>");
        assertThat(message.getSubject()).isEqualTo("Time to move: Lower back, short");
        assertThat(message.getFrom()[0]).hasToString("Limber <reminders@limber.test>");
        assertThat(message.getAllRecipients()).hasSize(1);
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(part(message, "text/plain"))
                .contains("Time to move: Lower back, short (3 minutes)")
                .contains("1. Cat-Cow (1 min 10 s)")
                .contains("2. Single Knee-to-Chest (45 seconds)")
                .containsPattern("https://limber\\.test/r/[A-Za-z0-9_-]{90,}");
        assertThat(part(message, "text/html"))
                .contains("<html lang=\"en\">", "Lower back, short", "Single Knee-to-Chest", "Open the routine")
                .containsPattern("<a href=\"https://limber\\.test/r/[A-Za-z0-9_-]{90,}\"")
                .doesNotContain("<img", "http://");
    }

    @Test
    void namesCannotBringMarkupOrHeaders() throws Exception {
        // Given
        ReminderDue plain = DueTopic.due(person, Instant.parse("2026-11-23T09:00:00Z"));
        ReminderDue due = new ReminderDue(
                plain.reminderId(),
                plain.planId(),
                plain.personId(),
                plain.kind(),
                plain.dueAt(),
                plain.zone(),
                null,
                new ShownRoutine(
                        "r",
                        "<b>Back</b>\r\nBcc: eve@example.com " + "very ".repeat(30) + "long",
                        "en\" onload=\"x",
                        60,
                        List.of(new ShownRoutine.Item("s", "<script>alert(1)</script>", 60))));

        // When
        MimeMessage message = mailed(due);

        // Then
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getSubject()).hasSizeLessThan(90).doesNotContain("\n");
        assertThat(part(message, "text/html"))
                .doesNotContain("<b>Back", "<script>", "\" onload")
                .contains("&lt;script&gt;");
    }

    private MimeMessage mailed(ReminderDue due) {
        platform.reachByMail(person, person + "@example.com");
        topic.bring(platform, due);
        var unused = HandDriven.deliverDue(worker);
        MimeMessage[] messages = mail.getReceivedMessagesForDomain(person + "@example.com");
        assertThat(messages).hasSize(1);
        return messages[0];
    }

    private static String part(Part part, String type) throws Exception {
        if (part.isMimeType(type)) {
            return part.getContent().toString().replace("\r\n", "\n");
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = part(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
