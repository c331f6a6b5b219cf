package io.limber.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All SQL of the relay, on the loop role, which sees every tenant. */
@ApplicationScoped
class OutboxTable {
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    // Session lock on the connection the relay keeps: one relay per database. Lost with the connection, and then taken
    // by another replica, whose producer fences this one.
    private static final String LOCK = "SELECT pg_try_advisory_lock(hashtextextended('limber.outbox.relay', 0))";
    private static final String UNLOCK = "SELECT pg_advisory_unlock_all()";
    private static final String LAST_POSITION =
            "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM outbox_position";
    // Takes an id of its own. A snapshot's xmax would not do: it is one past the highest id that has ended, and the ids
    // of running transactions may lie above it.
    private static final String NEXT_XID = "SELECT pg_current_xact_id()::text::bigint";
    private static final String OLDEST_RUNNING = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint";
    private static final String READ = """
            SELECT position, topic, key, headers, payload FROM outbox
            WHERE position > ? AND position <= ? ORDER BY position LIMIT ?""";
    private static final String CURSOR = "SELECT position FROM outbox_cursor";
    private static final String MOVE_CURSOR = "UPDATE outbox_cursor SET position = ? WHERE position < ?";
    private static final String REMOVE = "DELETE FROM outbox WHERE position <= ?";
    private static final String BACKLOG =
            "SELECT count(*), coalesce(extract(epoch FROM now() - min(appended_at)), 0) FROM outbox";

    private final AgroalDataSource loop;
    private final ObjectMapper json;

    OutboxTable(@DataSource("loop") AgroalDataSource loop, ObjectMapper json) {
        this.loop = loop;
        this.json = json;
    }

    Connection connect() throws SQLException {
        return loop.getConnection();
    }

    boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Gives the lock back before the connection returns to its pool, which would keep the session and with it the lock. */
    void unlock(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNLOCK)) {
            statement.execute();
        }
    }

    /**
     * A position and the transaction id before which whoever holds it or a lower one must have begun. The two statements
     * are in this order on purpose: a transaction takes its id before its position, so every position up to the one
     * read first belongs to a transaction whose id is below the one taken second.
     */
    Barrier barrier(Connection connection) throws SQLException {
        long position = lastPosition(connection);
        return new Barrier(position, one(connection, NEXT_XID));
    }

    /** The last position given out, whether or not its row is visible already; 0 before the first. */
    long lastPosition(Connection connection) throws SQLException {
        return one(connection, LAST_POSITION);
    }

    /** Lowest transaction id that is still running. */
    long oldestRunning(Connection connection) throws SQLException {
        return one(connection, OLDEST_RUNNING);
    }

    List<OutboxRecord> read(Connection connection, long after, long upTo, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            statement.setInt(3, limit);
            List<OutboxRecord> records = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    records.add(new OutboxRecord(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            headers(row.getString(4)),
                            row.getBytes(5)));
                }
            }
            return records;
        }
    }

    long cursor(Connection connection) throws SQLException {
        return one(connection, CURSOR);
    }

    /** Forgets what is published up to {@code position}; repeating it does no harm. */
    void published(Connection connection, long position) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE_CURSOR);
                PreparedStatement remove = connection.prepareStatement(REMOVE)) {
            move.setLong(1, position);
            move.setLong(2, position);
            move.executeUpdate();
            remove.setLong(1, position);
            remove.executeUpdate();
        }
    }

    Backlog backlog() throws SQLException {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(BACKLOG);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Backlog(row.getLong(1), row.getDouble(2));
        }
    }

    private Map<String, String> headers(String text) {
        try {
            return json.readValue(text, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long one(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Passed as soon as {@code xid <= oldestRunning}: then no row up to {@code position} can still appear. */
    record Barrier(long position, long xid) {}

    /** Rows not yet published and the age of the oldest in seconds. */
    record Backlog(long rows, double oldestSeconds) {}
}
