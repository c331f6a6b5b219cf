package io.limber.reminder.delivery;

import io.agroal.api.AgroalDataSource;
import io.limber.kit.tenancy.TenantId;
import io.limber.kit.time.Ids;
import io.limber.reminder.answer.ReminderId;
import io.limber.reminder.answer.ReminderRow;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What waits to be delivered, across tenants, on the loop role. */
@ApplicationScoped
public class DeliveryQueue {
    private static final String ADD = """
            INSERT INTO delivery (id, tenant, reminder_id, channel, destination_id, lane, state, attempts,
                                  next_attempt_at, reason, created_at)
            VALUES (?, ?, ?, ?, ?, ?, 'PENDING', 0, ?, ?, ?) ON CONFLICT DO NOTHING""";

    // Claims what is due and unclaimed, or whose claim ran out with the process that had it. SKIP LOCKED lets several
    // workers pass each other; the conditions stand a second time beside the lock because a row may have been claimed
    // between the look and the lock. No lane gets more than its limit, and a window bounds what a full lane can hide.
    private static final String CLAIM = """
            WITH busy AS (
                SELECT * FROM unnest(?::text[], ?::int[]) AS b (lane, attempts)
            ), waiting AS (
                SELECT id, lane, row_number() OVER (PARTITION BY lane ORDER BY next_attempt_at) AS place
                FROM (SELECT id, lane, next_attempt_at FROM delivery
                      WHERE state = 'PENDING' AND next_attempt_at <= ?
                        AND (claimed_until IS NULL OR claimed_until <= ?)
                        AND NOT EXISTS (SELECT FROM busy
                                        WHERE busy.lane = delivery.lane AND busy.lane <> 'NONE' AND busy.attempts >= ?)
                      ORDER BY next_attempt_at LIMIT 1000) AS eldest
            ), chosen AS (
                SELECT delivery.id FROM delivery
                JOIN waiting ON waiting.id = delivery.id
                LEFT JOIN busy ON busy.lane = delivery.lane
                WHERE (delivery.lane = 'NONE' OR waiting.place + coalesce(busy.attempts, 0) <= ?)
                  AND delivery.state = 'PENDING' AND delivery.next_attempt_at <= ?
                  AND (delivery.claimed_until IS NULL OR delivery.claimed_until <= ?)
                ORDER BY delivery.next_attempt_at LIMIT ?
                FOR NO KEY UPDATE OF delivery SKIP LOCKED
            ), claimed AS (
                UPDATE delivery SET claimed_until = ?, attempts = attempts + (channel <> 'NONE')::int
                FROM chosen WHERE delivery.id = chosen.id
                RETURNING delivery.*
            ), noted AS (
                INSERT INTO delivery_attempt (delivery_id, attempt, tenant, state, started_at)
                SELECT claimed.id, claimed.attempts, claimed.tenant, 'SENDING', ? FROM claimed WHERE channel <> 'NONE'
            )
            SELECT claimed.id AS delivery_id, claimed.tenant AS delivery_tenant, claimed.channel,
                   claimed.destination_id, claimed.lane, claimed.attempts, claimed.reason AS drop_reason,
                   due_reminder.*
            FROM claimed JOIN due_reminder
              ON due_reminder.tenant = claimed.tenant AND due_reminder.id = claimed.reminder_id""";

    private final AgroalDataSource loop;

    DeliveryQueue(@DataSource("loop") AgroalDataSource loop) {
        this.loop = loop;
    }

    /** A delivery to be made. */
    public record Addition(
            TenantId tenant,
            ReminderId reminder,
            Destination destination,
            @Nullable String reason) {}

    /** In the caller's transaction. */
    public void addAcrossTenants(Connection connection, List<Addition> additions, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADD)) {
            for (Addition addition : additions) {
                statement.setObject(1, Ids.next(now));
                statement.setString(2, addition.tenant().value());
                statement.setObject(3, addition.reminder().value());
                statement.setString(4, addition.destination().channel().name());
                statement.setObject(5, addition.destination().id());
                statement.setString(6, addition.destination().lane());
                statement.setObject(7, now.atOffset(ZoneOffset.UTC));
                statement.setString(8, addition.reason());
                statement.setObject(9, now.atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /**
     * At most {@code most} deliveries, whose attempts are counted from now on and which belong to the caller until {@code
     * lease}.
     *
     * @param busy attempts under way in this process by lane
     */
    List<Shipment> claimAcrossTenants(Instant now, Instant lease, int most, int perLane, Map<String, Integer> busy)
            throws SQLException {
        try (Connection connection = loop.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            List<Map.Entry<String, Integer>> lanes = List.copyOf(busy.entrySet());
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", lanes.stream().map(Map.Entry::getKey).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "int", lanes.stream().map(Map.Entry::getValue).toArray()));
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            statement.setObject(4, now.atOffset(ZoneOffset.UTC));
            statement.setInt(5, perLane);
            statement.setInt(6, perLane);
            statement.setObject(7, now.atOffset(ZoneOffset.UTC));
            statement.setObject(8, now.atOffset(ZoneOffset.UTC));
            statement.setInt(9, most);
            statement.setObject(10, lease.atOffset(ZoneOffset.UTC));
            statement.setObject(11, now.atOffset(ZoneOffset.UTC));
            List<Shipment> claimed = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    claimed.add(shipment(row));
                }
            }
            return claimed;
        }
    }

    private static Shipment shipment(ResultSet row) throws SQLException {
        return new Shipment(
                row.getObject("delivery_id", UUID.class),
                new TenantId(row.getString("delivery_tenant")),
                DeliveryChannel.valueOf(row.getString("channel")),
                row.getObject("destination_id", UUID.class),
                row.getString("lane"),
                row.getInt("attempts"),
                row.getString("drop_reason"),
                ReminderRow.read(row));
    }
}
