package io.limber.reminder.delivery.email;

import io.limber.contracts.ReminderDue;
import io.limber.reminder.contact.ContactDirectory;
import io.limber.reminder.contact.ContactDirectory.Recipient;
import io.limber.reminder.delivery.DeliveryChannel;
import io.limber.reminder.delivery.Outcome;
import io.limber.reminder.delivery.Sender;
import io.limber.reminder.delivery.Shipment;
import io.limber.reminder.link.LinkTokens;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sends reminders as mail. The blocking mailer waits without end, so the reactive one is used and waited for a bounded
 * time.
 */
@ApplicationScoped
class EmailSender implements Sender {
    /** What RFC 5321 says about the mailbox itself; other refusals are about us or the moment, and are tried again. */
    private static final Set<Integer> NO_SUCH_MAILBOX = Set.of(550, 551, 553, 555);

    private final ContactDirectory directory;
    private final ReactiveMailer mailer;
    private final LinkTokens links;
    private final EmailConfig config;

    /**
     * @param from asked for here so that a service without a sender address does not start instead of failing at each mail
     */
    EmailSender(
            ContactDirectory directory,
            ReactiveMailer mailer,
            LinkTokens links,
            EmailConfig config,
            @ConfigProperty(name = "quarkus.mailer.from") String from) {
        this.directory = directory;
        this.mailer = mailer;
        this.links = links;
        this.config = config;
        if (from.isBlank()) {
            throw new IllegalArgumentException("quarkus.mailer.from must be the address that reminders are sent from");
        }
    }

    @Override
    public DeliveryChannel channel() {
        return DeliveryChannel.EMAIL;
    }

    @Override
    public Function<Shipment, Outcome> prepare(List<Shipment> batch) throws SQLException {
        List<UUID> ids = batch.stream().map(Shipment::destinationId).distinct().toList();
        Map<UUID, Recipient> recipients = directory.recipientsAcrossTenants(ids);
        return shipment -> send(shipment, recipients.get(shipment.destinationId()));
    }

    private Outcome send(Shipment shipment, @Nullable Recipient recipient) {
        if (recipient == null) {
            return new Outcome.GiveUp("destination-gone");
        }
        Optional<Outcome> pointless = shipment.reminder().reply().map(reply -> new Outcome.Dropped("already-answered"));
        if (pointless.isPresent()) {
            return pointless.get();
        }
        ReminderDue due = shipment.reminder().due();
        String link = links.link(shipment.tenant(), shipment.reminder().id());
        Mail mail = ReminderMail.of(due, link).to(recipient.address().value(), due.reminderId());
        try {
            mailer.send(mail).await().atMost(config.timeout());
            return new Outcome.Accepted();
        } catch (TimeoutException e) {
            return new Outcome.TryAgain("timeout");
        } catch (RuntimeException e) {
            return refused(e);
        }
    }

    private static Outcome refused(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException smtp) {
                String reason = "smtp-" + smtp.getReplyCode();
                return NO_SUCH_MAILBOX.contains(smtp.getReplyCode())
                        ? new Outcome.GiveUp(reason)
                        : new Outcome.TryAgain(reason);
            }
        }
        return new Outcome.TryAgain("mail-server-unreachable");
    }
}
