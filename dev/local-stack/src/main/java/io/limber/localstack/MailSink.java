package io.limber.localstack;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Takes every mail over real SMTP, delivers none, and shows what came. Kept in memory only. */
public final class MailSink implements AutoCloseable {

    private final GreenMail server;

    private MailSink(GreenMail server) {
        this.server = server;
    }

    public static MailSink start(int port) {
        var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(10_000);
        var server = new GreenMail(setup);
        server.start();
        return new MailSink(server);
    }

    /** A received mail; bodies are empty when the mail has none of that kind. */
    public record Mail(String messageId, String from, List<String> to, String subject, String text, String html) {}

    public List<Mail> received() {
        return Arrays.stream(server.getReceivedMessages()).map(MailSink::read).toList();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static Mail read(MimeMessage message) {
        try {
            return new Mail(
                    Objects.requireNonNullElse(message.getMessageID(), ""),
                    String.valueOf(message.getFrom()[0]),
                    Arrays.stream(message.getAllRecipients())
                            .map(Object::toString)
                            .toList(),
                    Objects.requireNonNullElse(message.getSubject(), ""),
                    body(message, "text/plain"),
                    body(message, "text/html"));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("Cannot read a received mail", e);
        }
    }

    private static String body(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof MimeMultipart parts) {
            for (var index = 0; index < parts.getCount(); index++) {
                BodyPart inner = parts.getBodyPart(index);
                var found = body(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
