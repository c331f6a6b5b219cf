package io.limber.routine.catalogue;

import io.limber.kit.events.DeadLetters;
import io.limber.kit.events.Refusal;
import io.limber.kit.events.UndecodableEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Applies batches of the catalogue's topic, one database transaction a batch. A record that can never be applied goes to
 * the dead letters before its offset can be committed; the others of its batch do not notice.
 */
@ApplicationScoped
class CatalogueIngest {
    private final CatalogueTable table;
    private final DeadLetters deadLetters;

    CatalogueIngest(CatalogueTable table, DeadLetters deadLetters) {
        this.table = table;
        this.deadLetters = deadLetters;
    }

    /**
     * @throws IllegalStateException on a passing fault; nothing of the batch is applied then
     */
    void apply(ConsumerRecords<String, byte[]> records) {
        try (Connection connection = table.begin()) {
            try {
                for (ConsumerRecord<String, byte[]> record : records) {
                    apply(connection, record);
                }
                connection.commit();
            } finally {
                // Does nothing after the commit; without it, giving the connection back would commit half a batch.
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void apply(Connection connection, ConsumerRecord<String, byte[]> record) throws SQLException {
        try {
            apply(connection, StretchChange.of(record));
        } catch (UndecodableEvent e) {
            deadLetters.send(record, e.reason());
        }
    }

    private void apply(Connection connection, StretchChange change) throws SQLException, UndecodableEvent {
        Savepoint before = connection.setSavepoint();
        try {
            table.apply(connection, change);
            connection.releaseSavepoint(before);
        } catch (SQLException e) {
            if (!Refusal.isAboutTheData(e)) {
                throw e;
            }
            connection.rollback(before);
            throw new UndecodableEvent("the database cannot hold it (SQL state " + e.getSQLState() + ")");
        }
    }
}
