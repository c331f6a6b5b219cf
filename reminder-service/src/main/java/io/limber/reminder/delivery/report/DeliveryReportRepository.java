package io.limber.reminder.delivery.report;

import io.agroal.api.AgroalDataSource;
import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.answer.ReminderId;
import io.limber.reminder.delivery.DeliveryChannel;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads deliveries and attempts in the caller's transaction on the app role. */
@ApplicationScoped
class DeliveryReportRepository {
    private static final String OF_REMINDER = """
            SELECT d.id, d.channel,
                   CASE WHEN a.attempt IS NULL THEN d.state
                        WHEN a.attempt = d.attempts AND d.state <> 'PENDING' THEN d.state
                        ELSE a.state END AS state,
                   coalesce(a.attempt, 0) AS attempt,
                   coalesce(a.finished_at, a.started_at, d.finished_at, d.created_at) AS at,
                   CASE WHEN a.attempt IS NULL THEN d.reason ELSE a.reason END AS reason,
                   CASE WHEN d.state = 'PENDING' AND coalesce(a.attempt, 0) = d.attempts AND d.claimed_until IS NULL
                        THEN d.next_attempt_at END AS next_attempt_at
            FROM delivery d LEFT JOIN delivery_attempt a ON a.delivery_id = d.id AND a.tenant = d.tenant
            WHERE d.tenant = ? AND d.reminder_id = ?
            ORDER BY d.id, a.attempt""";

    private final AgroalDataSource app;

    DeliveryReportRepository(AgroalDataSource app) {
        this.app = app;
    }

    List<DeliveryView> of(TenantId tenant, ReminderId reminder) {
        try (Connection connection = app.getConnection();
                PreparedStatement statement = connection.prepareStatement(OF_REMINDER)) {
            statement.setString(1, tenant.value());
            statement.setObject(2, reminder.value());
            List<DeliveryView> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(view(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DeliveryView view(ResultSet row) throws SQLException {
        return new DeliveryView(
                row.getString("id"),
                DeliveryChannel.valueOf(row.getString("channel")),
                DeliveryView.State.valueOf(row.getString("state")),
                row.getInt("attempt"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("reason"),
                instant(row.getObject("next_attempt_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
