package io.limber.bench.peer;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * What one would write oneself: a row for each reminder with its next due time. A worker moves 5,000 due rows on and puts as many
 * rows into an outbox, both in one statement; after the commit it sends a record for each and waits until the broker has them.
 * Taking the rows out of the outbox again is not asked of it.
 */
final class SqlPeer implements Peer {

    private static final int BATCH = 5_000;
    private static final int WORKERS = 2;
    private static final Duration POLL = Duration.ofMillis(20);

    // Several workers share the due rows: each takes what no other has locked.
    private static final String MOVE_ON = """
            WITH due AS (
                SELECT plan_id FROM sql_reminder WHERE next_due_at <= ? ORDER BY next_due_at LIMIT ? FOR UPDATE SKIP LOCKED
            ), moved AS (
                UPDATE sql_reminder r SET next_due_at = r.next_due_at + interval '1 day'
                FROM due WHERE r.plan_id = due.plan_id
                RETURNING r.plan_id, r.person_id, r.next_due_at, r.shown
            )
            INSERT INTO sql_outbox (plan_id, person_id, due_at, shown)
            SELECT plan_id, person_id, next_due_at - interval '1 day', shown FROM moved
            RETURNING plan_id, shown""";

    private final Tools tools;
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean resting = true;
    private volatile boolean closed;

    SqlPeer(Tools tools) {
        this.tools = tools;
    }

    @Override
    public void createTables() throws SQLException {
        tools.database().executeScript(getClass(), "sql.sql");
    }

    @Override
    public void plan(int first, int count) throws SQLException {
        try (var connection = tools.database().pool().getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO sql_reminder (plan_id, person_id, next_due_at, shown)
                        SELECT '01990000-0000-7000-8000-' || lpad(to_hex(number), 12, '0'), 'person-' || number, ?, ?
                        FROM generate_series(?, ?) AS number""")) {
            insert.setObject(1, tools.clock().instant().atOffset(ZoneOffset.UTC));
            insert.setString(2, Sender.shown());
            insert.setInt(3, first);
            insert.setInt(4, first + count - 1);
            insert.executeUpdate();
        }
        tools.database().execute("VACUUM (ANALYZE) sql_reminder");
    }

    @Override
    public void work() {
        resting = false;
        while (workers.size() < WORKERS) {
            workers.add(Thread.ofPlatform().name("sql-" + workers.size()).start(this::run));
        }
    }

    @Override
    public void rest() {
        resting = true;
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        for (var worker : workers) {
            worker.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    private void run() {
        while (!closed) {
            try {
                if (resting || !step()) {
                    LockSupport.parkNanos(POLL.toNanos());
                }
            } catch (SQLException | ExecutionException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private boolean step() throws SQLException, ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>(BATCH);
        try (var connection = tools.database().pool().getConnection()) {
            for (var row : moveOn(connection)) {
                sent.add(tools.sender().send(row.planId(), row.shown()));
            }
        }
        for (var one : sent) {
            one.get();
        }
        return !sent.isEmpty();
    }

    private List<Row> moveOn(Connection connection) throws SQLException {
        List<Row> rows = new ArrayList<>(BATCH);
        try (var statement = connection.prepareStatement(MOVE_ON)) {
            statement.setObject(1, tools.clock().instant().atOffset(ZoneOffset.UTC));
            statement.setInt(2, BATCH);
            var result = statement.executeQuery();
            while (result.next()) {
                rows.add(new Row(result.getString(1), result.getString(2)));
            }
        }
        return rows;
    }

    private record Row(String planId, String shown) {}
}
