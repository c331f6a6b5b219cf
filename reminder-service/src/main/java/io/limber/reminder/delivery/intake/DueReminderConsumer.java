package io.limber.reminder.delivery.intake;

import io.limber.kit.events.Patience;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Channel {@code due-reminders}. */
@ApplicationScoped
public class DueReminderConsumer {
    private static final String CHANNEL = "due-reminders";

    private final TakeInReminders reminders;
    private final Patience patience;

    DueReminderConsumer(TakeInReminders reminders, Patience patience) {
        this.reminders = reminders;
        this.patience = patience;
    }

    @Incoming(CHANNEL)
    @RunOnVirtualThread
    void consume(ConsumerRecords<String, byte[]> records) {
        patience.untilDone(CHANNEL, () -> reminders.takeIn(records));
    }
}
