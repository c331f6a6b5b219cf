package io.limber.reminder.delivery;

import io.agroal.api.AgroalDataSource;
import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.answer.ReminderId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What became of deliveries: SQL in the caller's transaction on the app role. */
@ApplicationScoped
class DeliveryRepository {
    // Serialises what is settled and answered about one reminder.
    private static final String LOCK = "SELECT 1 FROM due_reminder WHERE tenant = ? AND id = ? FOR NO KEY UPDATE";
    // state and attempts: nothing is settled twice, and nothing by a worker whose claim ran out and was taken by
    // another.
    private static final String FINISH = """
            UPDATE delivery SET state = ?, reason = ?, finished_at = ?, claimed_until = NULL
            WHERE tenant = ? AND id = ? AND state = 'PENDING' AND attempts = ?""";
    private static final String POSTPONE = """
            UPDATE delivery SET next_attempt_at = ?, reason = ?, claimed_until = NULL
            WHERE tenant = ? AND id = ? AND state = 'PENDING' AND attempts = ?""";
    private static final String NOTE = """
            UPDATE delivery_attempt SET state = ?, reason = ?, finished_at = ?
            WHERE tenant = ? AND delivery_id = ? AND attempt = ?""";
    private static final String HOPE = """
            SELECT EXISTS (SELECT FROM delivery
                           WHERE tenant = ? AND reminder_id = ? AND state IN ('PENDING', 'DELIVERED'))""";

    private final AgroalDataSource app;

    DeliveryRepository(AgroalDataSource app) {
        this.app = app;
    }

    /** How a delivery or an attempt ended. */
    enum State {
        DELIVERED,
        DEAD,
        SUPPRESSED,
        /** Attempts only: it failed and may be followed by another. */
        FAILED
    }

    void lock(TenantId tenant, ReminderId reminder) {
        try (Connection connection = app.getConnection();
                PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, tenant.value());
            statement.setObject(2, reminder.value());
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells whether it was still the shipment's to finish. */
    boolean finish(Shipment shipment, State state, @Nullable String reason, Instant now) {
        return change(FINISH, shipment, state.name(), reason, utc(now));
    }

    /** Tells whether it was still the shipment's to postpone. */
    boolean postpone(Shipment shipment, Instant next, String reason) {
        return change(POSTPONE, shipment, utc(next), reason);
    }

    void note(Shipment shipment, State state, @Nullable String reason, Instant now) {
        boolean unused = change(NOTE, shipment, state.name(), reason, utc(now));
    }

    /** Whether a delivery of the reminder has succeeded or may still. */
    boolean hope(TenantId tenant, ReminderId reminder) {
        try (Connection connection = app.getConnection();
                PreparedStatement statement = connection.prepareStatement(HOPE)) {
            statement.setString(1, tenant.value());
            statement.setObject(2, reminder.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean change(String sql, Shipment shipment, @Nullable Object... values) {
        try (Connection connection = app.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = 1;
            for (Object value : values) {
                statement.setObject(index++, value);
            }
            statement.setString(index++, shipment.tenant().value());
            statement.setObject(index++, shipment.deliveryId());
            statement.setInt(index, shipment.attempt());
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
