package io.limber.reminder.answer;

import io.agroal.api.AgroalDataSource;
import io.limber.contracts.ReminderDue;
import io.limber.kit.events.EventJson;
import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All SQL of {@code due_reminder}. What names a tenant runs in the caller's transaction on the app role. */
@ApplicationScoped
public class ReminderRepository {
    private static final String FIND =
            "SELECT " + ReminderRow.COLUMNS + " FROM due_reminder WHERE tenant = ? AND id = ?";
    // Held until the transaction ends: two replies to one reminder follow each other.
    private static final String FIND_LOCKED = FIND + " FOR NO KEY UPDATE";
    private static final String LIST = "SELECT " + ReminderRow.COLUMNS + """
             FROM due_reminder WHERE tenant = ? AND %s = ? AND (due_at, id) < (?, ?)
            ORDER BY due_at DESC, id DESC LIMIT ?""";
    private static final String REPLY = """
            UPDATE due_reminder SET answer = ?, answered_at = ?, answered_via = ?, snooze_minutes = ?,
                   snoozed_until = ?, snoozed_reminder_id = ?, skip_reason = ?, version = version + 1
            WHERE tenant = ? AND id = ? AND answer IS NULL""";
    private static final String PROGRESS = """
            UPDATE due_reminder SET progress = ?, version = version + 1
            WHERE tenant = ? AND id = ? AND progress = 'DUE'""";
    private static final String INSERT = """
            INSERT INTO due_reminder (tenant, id, plan_id, person_id, kind, due_at, zone, snoozed_from, routine,
                                      received_at, progress, version)
            SELECT r.tenant, r.id, r.plan_id, r.person_id, r.kind, r.due_at, r.zone, r.snoozed_from, r.routine::jsonb,
                   ?, 'DUE', 0
            FROM unnest(?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::uuid[],
                        ?::text[])
              AS r (tenant, id, plan_id, person_id, kind, due_at, zone, snoozed_from, routine)
            ON CONFLICT DO NOTHING RETURNING tenant, id""";
    // Later than any due time and any id.
    private static final ReminderKey BEFORE_ALL =
            new ReminderKey(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

    private final AgroalDataSource app;

    ReminderRepository(AgroalDataSource app) {
        this.app = app;
    }

    public Optional<Reminder> find(TenantId tenant, ReminderId id) {
        return one(FIND, tenant, id);
    }

    Optional<Reminder> findLocked(TenantId tenant, ReminderId id) {
        return one(FIND_LOCKED, tenant, id);
    }

    /** The latest first, after {@code after}. */
    List<Reminder> list(TenantId tenant, ReminderFilter filter, Optional<ReminderKey> after, int limit) {
        String column = switch (filter) {
            case ReminderFilter.OfPlan plan -> "plan_id";
            case ReminderFilter.OfPerson person -> "person_id";
        };
        ReminderKey key = after.orElse(BEFORE_ALL);
        try (Connection connection = app.getConnection();
                PreparedStatement statement = connection.prepareStatement(LIST.formatted(column))) {
            statement.setString(1, tenant.value());
            statement.setString(2, filter.value());
            statement.setObject(3, utc(key.dueAt()));
            statement.setObject(4, key.id());
            statement.setInt(5, limit);
            List<Reminder> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(ReminderRow.read(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void reply(TenantId tenant, ReminderId id, Replied replied) {
        Replied.Next next = replied.next();
        try (Connection connection = app.getConnection();
                PreparedStatement statement = connection.prepareStatement(REPLY)) {
            statement.setString(
                    1,
                    switch (replied.reply()) {
                        case Reply.Done done -> "DONE";
                        case Reply.Snooze snooze -> "SNOOZED";
                        case Reply.Skip skip -> "SKIPPED";
                    });
            statement.setObject(2, utc(replied.at()));
            statement.setString(3, replied.via().name());
            if (replied.reply() instanceof Reply.Snooze snooze) {
                statement.setInt(4, snooze.minutes());
            } else {
                statement.setNull(4, Types.INTEGER);
            }
            statement.setObject(5, next == null ? null : utc(next.dueAt()));
            statement.setObject(6, next == null ? null : next.id());
            statement.setString(
                    7,
                    replied.reply() instanceof Reply.Skip skip ? skip.reason().name() : null);
            statement.setString(8, tenant.value());
            statement.setObject(9, id.value());
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("the reminder was replied to although it was locked");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only from {@link Progress#DUE}: the first delivery decides. Returns whether it did. */
    public boolean progress(TenantId tenant, ReminderId id, Progress progress) {
        try (Connection connection = app.getConnection();
                PreparedStatement statement = connection.prepareStatement(PROGRESS)) {
            statement.setString(1, progress.name());
            statement.setString(2, tenant.value());
            statement.setObject(3, id.value());
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A reminder as it arrives. */
    public record Arrival(TenantId tenant, ReminderDue due) {}

    /** In the caller's transaction on the loop role. Returns those that were not there yet. */
    public Set<Arrival> insertAcrossTenants(Connection connection, List<Arrival> arrivals, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, utc(now));
            array(statement, 2, "text", arrivals, arrival -> arrival.tenant().value());
            array(statement, 3, "uuid", arrivals, arrival -> id(arrival.due()));
            array(statement, 4, "text", arrivals, arrival -> arrival.due().planId());
            array(statement, 5, "text", arrivals, arrival -> arrival.due().personId());
            array(
                    statement,
                    6,
                    "text",
                    arrivals,
                    arrival -> arrival.due().kind().name());
            array(
                    statement,
                    7,
                    "timestamptz",
                    arrivals,
                    arrival -> arrival.due().dueAt().toString());
            array(statement, 8, "text", arrivals, arrival -> arrival.due().zone());
            array(statement, 9, "uuid", arrivals, arrival -> snoozedFrom(arrival.due()));
            array(statement, 10, "text", arrivals, arrival -> json(arrival.due()));
            Set<String> inserted = new HashSet<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    inserted.add(row.getString(1) + "/" + row.getString(2));
                }
            }
            Set<Arrival> fresh = new HashSet<>();
            for (Arrival arrival : arrivals) {
                // Removing makes a repeat within the batch count once.
                if (inserted.remove(arrival.tenant() + "/" + id(arrival.due()))) {
                    fresh.add(arrival);
                }
            }
            return fresh;
        }
    }

    private Optional<Reminder> one(String sql, TenantId tenant, ReminderId id) {
        try (Connection connection = app.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, tenant.value());
            statement.setObject(2, id.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(ReminderRow.read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void array(
            PreparedStatement statement,
            int index,
            String type,
            List<Arrival> arrivals,
            Function<Arrival, @Nullable Object> value)
            throws SQLException {
        Object[] values = arrivals.stream().map(value).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    private static UUID id(ReminderDue due) {
        return UUID.fromString(due.reminderId());
    }

    private static @Nullable UUID snoozedFrom(ReminderDue due) {
        return due.snoozedFrom() == null ? null : UUID.fromString(due.snoozedFrom());
    }

    private static String json(ReminderDue due) {
        return new String(EventJson.write(due.routine()), StandardCharsets.UTF_8);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
