package io.limber.reminder.delivery.webhook;

import io.limber.contracts.EventTypes;
import io.limber.contracts.ReminderDue;
import io.limber.kit.events.EventJson;
import io.limber.reminder.delivery.DeliveryChannel;
import io.limber.reminder.delivery.Outcome;
import io.limber.reminder.delivery.Sender;
import io.limber.reminder.delivery.Shipment;
import io.limber.reminder.link.LinkTokens;
import io.limber.reminder.webhook.WebhookDirectory;
import io.limber.reminder.webhook.sending.WebhookClient;
import io.limber.reminder.webhook.sending.WebhookReply;
import io.limber.reminder.webhook.sending.WebhookTarget;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Posts reminders to the platform's endpoints. */
@ApplicationScoped
class WebhookSender implements Sender {
    private final WebhookDirectory directory;
    private final WebhookClient client;
    private final LinkTokens links;
    private final Clock clock;

    WebhookSender(WebhookDirectory directory, WebhookClient client, LinkTokens links, Clock clock) {
        this.directory = directory;
        this.client = client;
        this.links = links;
        this.clock = clock;
    }

    /** The body. {@code data} is the event's payload as on the topic. */
    record Message(String type, Instant timestamp, ReminderDue data, Links links) {
        /** What can be opened. */
        record Links(String open) {}
    }

    @Override
    public DeliveryChannel channel() {
        return DeliveryChannel.WEBHOOK;
    }

    @Override
    public Function<Shipment, Outcome> prepare(List<Shipment> batch) throws SQLException {
        List<UUID> ids = batch.stream().map(Shipment::destinationId).distinct().toList();
        Map<UUID, WebhookTarget> targets = directory.targetsAcrossTenants(ids, clock.instant());
        return shipment -> send(shipment, targets.get(shipment.destinationId()));
    }

    private Outcome send(Shipment shipment, @Nullable WebhookTarget target) {
        if (target == null) {
            return new Outcome.GiveUp("destination-gone");
        }
        ReminderDue due = shipment.reminder().due();
        String link = links.link(shipment.tenant(), shipment.reminder().id());
        Message message = new Message(EventTypes.REMINDER_DUE, clock.instant(), due, new Message.Links(link));
        return outcome(client.post(target, due.reminderId(), EventJson.write(message)));
    }

    private static Outcome outcome(WebhookReply reply) {
        return switch (reply) {
            case WebhookReply.Answered answered -> outcome(answered);
            case WebhookReply.Unreachable unreachable -> new Outcome.TryAgain(unreachable.reason());
            case WebhookReply.Forbidden forbidden -> new Outcome.GiveUp(forbidden.reason());
        };
    }

    /** What a status says about trying again (RFC 9110 §15). A redirect is not followed and may be gone tomorrow. */
    private static Outcome outcome(WebhookReply.Answered answered) {
        int status = answered.status();
        String reason = "http-" + status;
        if (status >= 200 && status < 300) {
            return new Outcome.Accepted();
        }
        return switch (status) {
            case 408, 425, 429 -> new Outcome.TryAgain(reason, answered.retryAfter());
            case 410 -> new Outcome.GiveUp(reason, true);
            default ->
                status >= 400 && status < 500
                        ? new Outcome.GiveUp(reason)
                        : new Outcome.TryAgain(reason, answered.retryAfter());
        };
    }
}
