package io.limber.reminder.delivery;

import io.limber.contracts.EventTypes;
import io.limber.contracts.ReminderDelivered;
import io.limber.contracts.ReminderDue;
import io.limber.contracts.ReminderFailed;
import io.limber.contracts.ReminderSuppressed;
import io.limber.contracts.Topics;
import io.limber.kit.outbox.Outbox;
import io.limber.kit.outbox.OutboxEvent;
import io.limber.reminder.answer.Progress;
import io.limber.reminder.answer.ReminderRepository;
import io.limber.reminder.delivery.DeliveryRepository.State;
import io.limber.reminder.webhook.EndpointId;
import io.limber.reminder.webhook.WebhookEndpoints;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Writes down what came of an attempt, and announces what is final in the same transaction. */
@ApplicationScoped
class SettleDelivery {
    static final String EXHAUSTED = "attempts-exhausted";

    private final DeliveryRepository deliveries;
    private final ReminderRepository reminders;
    private final WebhookEndpoints endpoints;
    private final Outbox outbox;
    private final RetryPolicy retries;
    private final Clock clock;

    SettleDelivery(
            DeliveryRepository deliveries,
            ReminderRepository reminders,
            WebhookEndpoints endpoints,
            Outbox outbox,
            DeliveryConfig config,
            Clock clock) {
        this.deliveries = deliveries;
        this.reminders = reminders;
        this.endpoints = endpoints;
        this.outbox = outbox;
        this.retries = RetryPolicy.of(config);
        this.clock = clock;
    }

    /** Tells whether the shipment was still the caller's; when not, nothing is changed. */
    @Transactional
    boolean settle(Shipment shipment, Outcome outcome) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        deliveries.lock(shipment.tenant(), shipment.reminder().id());
        return switch (outcome) {
            case Outcome.Accepted accepted -> accepted(shipment, now);
            case Outcome.TryAgain again -> tryAgain(shipment, again, now);
            case Outcome.GiveUp givenUp -> {
                if (givenUp.destinationGone() && shipment.channel() == DeliveryChannel.WEBHOOK) {
                    endpoints.disable(shipment.tenant(), new EndpointId(shipment.destinationId()), givenUp.reason());
                }
                yield dead(shipment, givenUp.reason(), givenUp.reason(), now);
            }
            case Outcome.Dropped dropped -> dropped(shipment, dropped.reason(), now);
        };
    }

    private boolean accepted(Shipment shipment, Instant now) {
        if (!deliveries.finish(shipment, State.DELIVERED, null, now)) {
            return false;
        }
        deliveries.note(shipment, State.DELIVERED, null, now);
        boolean unused =
                reminders.progress(shipment.tenant(), shipment.reminder().id(), Progress.DELIVERED);
        ReminderDue due = shipment.reminder().due();
        announce(
                shipment,
                EventTypes.REMINDER_DELIVERED,
                new ReminderDelivered(
                        due.reminderId(),
                        due.planId(),
                        due.personId(),
                        shipment.channel().name(),
                        shipment.deliveryId().toString(),
                        shipment.attempt(),
                        now));
        return true;
    }

    private boolean tryAgain(Shipment shipment, Outcome.TryAgain again, Instant now) {
        Optional<Duration> pause = retries.pauseAfter(shipment.attempt(), again.pause(), ThreadLocalRandom.current());
        if (pause.isEmpty()) {
            return dead(shipment, EXHAUSTED, again.reason(), now);
        }
        boolean ours = deliveries.postpone(shipment, now.plus(pause.get()), again.reason());
        if (ours) {
            deliveries.note(shipment, State.FAILED, again.reason(), now);
        }
        return ours;
    }

    private boolean dead(Shipment shipment, String reason, String attemptReason, Instant now) {
        if (!deliveries.finish(shipment, State.DEAD, reason, now)) {
            return false;
        }
        deliveries.note(shipment, State.FAILED, attemptReason, now);
        if (!deliveries.hope(shipment.tenant(), shipment.reminder().id())) {
            boolean unused =
                    reminders.progress(shipment.tenant(), shipment.reminder().id(), Progress.FAILED);
        }
        ReminderDue due = shipment.reminder().due();
        announce(
                shipment,
                EventTypes.REMINDER_FAILED,
                new ReminderFailed(
                        due.reminderId(),
                        due.planId(),
                        due.personId(),
                        shipment.channel().name(),
                        shipment.deliveryId().toString(),
                        shipment.attempt(),
                        reason,
                        now));
        return true;
    }

    private boolean dropped(Shipment shipment, String reason, Instant now) {
        if (!deliveries.finish(shipment, State.SUPPRESSED, reason, now)) {
            return false;
        }
        deliveries.note(shipment, State.SUPPRESSED, reason, now);
        if (shipment.channel() == DeliveryChannel.NONE) {
            boolean unused =
                    reminders.progress(shipment.tenant(), shipment.reminder().id(), Progress.SUPPRESSED);
            ReminderDue due = shipment.reminder().due();
            announce(
                    shipment,
                    EventTypes.REMINDER_SUPPRESSED,
                    new ReminderSuppressed(due.reminderId(), due.planId(), due.personId(), reason, now));
        }
        return true;
    }

    private void announce(Shipment shipment, String type, Object payload) {
        var unused = outbox.append(OutboxEvent.of(
                Topics.NOTIFICATIONS,
                shipment.reminder().due().planId(),
                type,
                Optional.of(shipment.tenant()),
                payload));
    }
}
