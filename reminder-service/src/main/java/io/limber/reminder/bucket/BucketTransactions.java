package io.limber.reminder.bucket;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Database transactions of the engine, as the loop role, each under the leases of the buckets it touches.
 *
 * <p>Kafka fences a zombie's reminders; this fences its rows. A writing transaction holds the owner rows in share mode,
 * so a claim waits until it has ended, and one that begins after the claim meets {@link LostLease}.
 */
@ApplicationScoped
public class BucketTransactions {
    // Waits for what the previous owner has begun: it holds the row in share mode.
    private static final String CLAIM = """
            INSERT INTO bucket_owner AS own (bucket, epoch, claimed_at) VALUES (?, 1, ?)
            ON CONFLICT (bucket) DO UPDATE SET epoch = own.epoch + 1, claimed_at = excluded.claimed_at
            RETURNING epoch""";

    private static final String READ = "SELECT bucket, epoch FROM bucket_owner WHERE bucket = ANY(?)";

    // Ordered, so that two transactions never wait for each other.
    private static final String HOLD = READ + " ORDER BY bucket FOR SHARE";

    private final AgroalDataSource dataSource;
    private final Clock clock;

    BucketTransactions(@DataSource("loop") AgroalDataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Makes this process the bucket's owner; every earlier lease of it is lost. */
    public Lease claim(int bucket) {
        return inTransaction(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
                statement.setInt(1, bucket);
                statement.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
                ResultSet row = statement.executeQuery();
                row.next();
                return new Lease(bucket, row.getLong(1));
            }
        });
    }

    /**
     * Reads and writes under the leases; all of it happens or nothing.
     *
     * @throws LostLease when one of them is no longer the latest
     * @throws DatabaseFault when the database fails
     */
    public <T> T write(Collection<Lease> leases, Work<T> work) {
        return inTransaction(connection -> {
            check(connection, HOLD, leases);
            return work.in(connection);
        });
    }

    /** Reads; the lease was the latest when the transaction began. */
    public <T> T read(Lease lease, Work<T> work) {
        return inTransaction(connection -> {
            check(connection, READ, List.of(lease));
            return work.in(connection);
        });
    }

    /** Reads across buckets without a lease. */
    public <T> T look(Work<T> work) {
        return inTransaction(work);
    }

    private static void check(Connection connection, String sql, Collection<Lease> leases) throws SQLException {
        Map<Integer, Long> latest = new HashMap<>();
        Object[] buckets = leases.stream().map(Lease::bucket).toArray();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("int4", buckets));
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                latest.put(rows.getInt(1), rows.getLong(2));
            }
        }
        for (Lease lease : leases) {
            if (latest.getOrDefault(lease.bucket(), 0L) != lease.epoch()) {
                throw new LostLease(lease);
            }
        }
    }

    private <T> T inTransaction(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseFault(e);
        }
    }

    private static void rollBack(Connection connection, Exception cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** What happens in a transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }
}
