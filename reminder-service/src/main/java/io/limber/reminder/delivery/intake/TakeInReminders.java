package io.limber.reminder.delivery.intake;

import io.agroal.api.AgroalDataSource;
import io.limber.contracts.ReminderDue;
import io.limber.kit.events.DeadLetters;
import io.limber.kit.events.Refusal;
import io.limber.kit.events.UndecodableEvent;
import io.limber.reminder.answer.ReminderId;
import io.limber.reminder.answer.ReminderRepository;
import io.limber.reminder.answer.ReminderRepository.Arrival;
import io.limber.reminder.delivery.Decision;
import io.limber.reminder.delivery.DeliveryQueue;
import io.limber.reminder.delivery.DeliveryQueue.Addition;
import io.limber.reminder.delivery.DeliverySignal;
import io.limber.reminder.delivery.Destination;
import io.limber.reminder.ledger.Ledger;
import io.limber.reminder.ledger.Ledger.Emitted;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Puts due reminders and their deliveries into the database, one transaction a batch. A record seen before changes nothing,
 * so a batch may come again.
 */
@ApplicationScoped
class TakeInReminders {
    private final AgroalDataSource loop;
    private final ReminderRepository reminders;
    private final Addressees addressees;
    private final DeliveryQueue queue;
    private final DeliverySignal signal;
    private final Ledger ledger;
    private final DeadLetters deadLetters;
    private final Clock clock;

    TakeInReminders(
            @DataSource("loop") AgroalDataSource loop,
            ReminderRepository reminders,
            Addressees addressees,
            DeliveryQueue queue,
            DeliverySignal signal,
            Ledger ledger,
            DeadLetters deadLetters,
            Clock clock) {
        this.loop = loop;
        this.reminders = reminders;
        this.addressees = addressees;
        this.queue = queue;
        this.signal = signal;
        this.ledger = ledger;
        this.deadLetters = deadLetters;
        this.clock = clock;
    }

    void takeIn(ConsumerRecords<String, byte[]> records) {
        List<DueRecord> readable = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                readable.add(DueRecord.of(record));
            } catch (UndecodableEvent e) {
                deadLetters.send(record, e.reason());
            }
        }
        if (!readable.isEmpty()) {
            store(readable);
            signal.raise();
        }
    }

    /** What the database refuses for its content becomes a dead letter alone; anything else is a passing fault. */
    private void store(List<DueRecord> records) {
        try {
            inTransaction(records);
        } catch (SQLException e) {
            if (!Refusal.isAboutTheData(e)) {
                throw new IllegalStateException(e);
            }
            if (records.size() == 1) {
                deadLetters.send(records.getFirst().record(), "the database refuses its content");
            } else {
                records.forEach(record -> store(List.of(record)));
            }
        }
    }

    private void inTransaction(List<DueRecord> records) throws SQLException {
        try (Connection connection = loop.getConnection()) {
            connection.setAutoCommit(false);
            try {
                store(connection, records);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private void store(Connection connection, List<DueRecord> records) throws SQLException {
        Instant now = clock.instant();
        List<Arrival> arrivals = records.stream()
                .map(record -> new Arrival(record.tenant(), record.due()))
                .toList();
        Set<Arrival> fresh = reminders.insertAcrossTenants(connection, arrivals, now);
        if (fresh.isEmpty()) {
            return;
        }
        ledger.emitted(connection, fresh.stream().map(TakeInReminders::emitted).toList());
        List<Addition> additions = new ArrayList<>();
        addressees
                .ofAcrossTenants(connection, fresh)
                .forEach((arrival, destinations) -> additions.addAll(additions(arrival, Decision.about(destinations))));
        queue.addAcrossTenants(connection, additions, now);
    }

    private static List<Addition> additions(Arrival arrival, Decision decision) {
        ReminderId id = ReminderId.of(arrival.due().reminderId());
        return switch (decision) {
            case Decision.Send send ->
                send.destinations().stream()
                        .map(destination -> new Addition(arrival.tenant(), id, destination, null))
                        .toList();
            case Decision.Drop drop -> List.of(new Addition(arrival.tenant(), id, Destination.nobody(), drop.reason()));
        };
    }

    private static Emitted emitted(Arrival arrival) {
        ReminderDue due = arrival.due();
        return new Emitted(arrival.tenant(), due.planId(), due.dueAt(), due.zone());
    }
}
