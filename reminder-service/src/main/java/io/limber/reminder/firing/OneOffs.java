package io.limber.reminder.firing;

import io.agroal.api.AgroalDataSource;
import io.limber.kit.events.EventJson;
import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.bucket.Buckets;
import io.limber.reminder.bucket.WorkSignal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;

/** Takes in single reminders, such as snoozed ones, in the transaction of their cause. */
@ApplicationScoped
public class OneOffs {
    private static final String INSERT = """
            INSERT INTO one_off
                   (bucket, id, due_at, tenant, plan_id, person_id, zone, kind, snoozed_from, routine)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";

    private final AgroalDataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final Buckets buckets;
    private final WorkSignal signal;

    OneOffs(
            AgroalDataSource dataSource,
            TransactionSynchronizationRegistry transactions,
            Buckets buckets,
            WorkSignal signal) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.buckets = buckets;
        this.signal = signal;
    }

    /**
     * Emitted once when it is due, if the caller's transaction commits. One with the same id that waits already stays as
     * it is.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void schedule(TenantId tenant, OneOff reminder) {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("a reminder is scheduled in the transaction of its cause");
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setInt(1, buckets.of(reminder.planId()));
            statement.setObject(2, reminder.id());
            statement.setObject(3, reminder.dueAt().atOffset(ZoneOffset.UTC));
            statement.setString(4, tenant.value());
            statement.setString(5, reminder.planId());
            statement.setString(6, reminder.personId());
            statement.setString(7, reminder.zone());
            statement.setString(8, reminder.kind().name());
            statement.setObject(9, reminder.snoozedFrom());
            statement.setBytes(10, EventJson.write(reminder.routine()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        wakeFiringAfterCommit();
    }

    private void wakeFiringAfterCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    signal.raise();
                }
            }
        });
    }
}
