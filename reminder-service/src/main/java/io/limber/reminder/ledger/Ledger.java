package io.limber.reminder.ledger;

import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.bucket.Buckets;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Double entry for reminders: firing books what it decides, delivery's intake books what it sees on the topic. Neither
 * knows of the other, so what got lost or came without being planned shows as a difference.
 *
 * <p>Both book in the transaction that makes the thing itself happen, on the loop role.
 */
@ApplicationScoped
public class Ledger {
    // Locks the rows in the order of their key until the commit, so that two bookings never wait for each other.
    private static final String BOOK_PLANNED = """
            INSERT INTO ledger_planned AS l (tenant, day, bucket, planned, dropped, merged)
            SELECT tenant, day, bucket, sum(planned), sum(dropped), sum(merged)
              FROM unnest(?::text[], ?::date[], ?::int[], ?::bigint[], ?::bigint[], ?::bigint[])
                   AS e (tenant, day, bucket, planned, dropped, merged)
             GROUP BY tenant, day, bucket ORDER BY tenant, day, bucket
            ON CONFLICT (tenant, day, bucket) DO UPDATE SET planned = l.planned + excluded.planned,
                   dropped = l.dropped + excluded.dropped, merged = l.merged + excluded.merged""";

    private static final String BOOK_EMITTED = """
            INSERT INTO ledger_emitted AS l (tenant, day, bucket, emitted)
            SELECT tenant, day, bucket, count(*) FROM unnest(?::text[], ?::date[], ?::int[]) AS e (tenant, day, bucket)
             GROUP BY tenant, day, bucket ORDER BY tenant, day, bucket
            ON CONFLICT (tenant, day, bucket) DO UPDATE SET emitted = l.emitted + excluded.emitted""";

    private final Buckets buckets;

    Ledger(Buckets buckets) {
        this.buckets = buckets;
    }

    /** The day a due time is booked on: its local date in the plan's zone, or in UTC where the zone is not known. */
    public static LocalDate day(Instant due, String zone) {
        try {
            return LocalDate.ofInstant(due, ZoneId.of(zone));
        } catch (DateTimeException e) {
            return LocalDate.ofInstant(due, ZoneOffset.UTC);
        }
    }

    /** Books what has been decided. */
    public void planned(Connection connection, Collection<Planned> entries) throws SQLException {
        List<Planned> rows =
                entries.stream().filter(entry -> entry.planned() > 0).toList();
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(BOOK_PLANNED)) {
            statement.setArray(1, array(connection, "text", rows, Planned::tenant));
            statement.setArray(
                    2, array(connection, "date", rows, row -> row.day().toString()));
            statement.setArray(3, array(connection, "int4", rows, Planned::bucket));
            statement.setArray(4, array(connection, "int8", rows, Planned::planned));
            statement.setArray(5, array(connection, "int8", rows, Planned::dropped));
            statement.setArray(6, array(connection, "int8", rows, Planned::merged));
            statement.executeUpdate();
        }
    }

    /** Books what was seen on the topic for the first time; each entry is one record. */
    public void emitted(Connection connection, Collection<Emitted> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        List<Emitted> rows = List.copyOf(entries);
        try (PreparedStatement statement = connection.prepareStatement(BOOK_EMITTED)) {
            statement.setArray(
                    1, array(connection, "text", rows, row -> row.tenant().value()));
            statement.setArray(
                    2,
                    array(
                            connection,
                            "date",
                            rows,
                            row -> day(row.due(), row.zone()).toString()));
            statement.setArray(3, array(connection, "int4", rows, row -> buckets.of(row.planId())));
            statement.executeUpdate();
        }
    }

    private static <T> Array array(Connection connection, String type, List<T> rows, Function<T, ?> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
    }

    /**
     * Due reminders of a tenant that are decided.
     *
     * @param planned all of them
     * @param dropped those of them that were too late and are not sent
     * @param merged those of them that were too late and are left to the next due time
     */
    public record Planned(String tenant, LocalDate day, int bucket, long planned, long dropped, long merged) {
        /** Both together; they are of the same tenant, day and bucket. */
        public Planned plus(Planned other) {
            return new Planned(
                    tenant, day, bucket, planned + other.planned, dropped + other.dropped, merged + other.merged);
        }
    }

    /** One record of {@code limber.reminders}. */
    public record Emitted(TenantId tenant, String planId, Instant due, String zone) {}
}
