package io.limber.reminder.delivery.intake;

import io.limber.kit.events.Patience;
import io.limber.reminder.bucket.Backlog;
import io.limber.reminder.delivery.DeliveryConfig;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Channel {@code due-reminders}: one batch after the other, because an offset committed says that all before it is stored. */
@ApplicationScoped
public class DueReminderConsumer {
    private static final String CHANNEL = "due-reminders";

    private final TakeInReminders reminders;
    private final Backlog backlog;
    private final DeliveryConfig config;
    private final Patience patience;

    DueReminderConsumer(TakeInReminders reminders, Backlog backlog, DeliveryConfig config, Patience patience) {
        this.reminders = reminders;
        this.backlog = backlog;
        this.config = config;
        this.patience = patience;
    }

    @Incoming(CHANNEL)
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) throws InterruptedException {
        // Who is due must not wait until those before them are delivered; but delivery never stops altogether.
        backlog.awaitEmpty(config.givesWay());
        patience.untilDone(CHANNEL, () -> reminders.takeIn(records));
    }
}
