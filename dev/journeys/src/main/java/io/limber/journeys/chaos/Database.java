package io.limber.journeys.chaos;

import io.limber.localstack.PostgresConfig;
import io.limber.localstack.PostgresServer;
import io.limber.localstack.ServicePasswords;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** The campaign's PostgreSQL, and what can be done to it. */
final class Database implements AutoCloseable {
    private static final String NAME = "limber_reminder";
    private static final String PASSWORD = "limber-chaos";

    private static final String END_SESSIONS = """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = ? AND pid <> pg_backend_pid()""";

    private static final String TAKEN_IN = "SELECT count(*) FROM plan_state WHERE starts_with(tenant, ?)";

    private static final String LEDGER = """
            SELECT coalesce((SELECT sum(planned - dropped - merged) FROM ledger_planned WHERE starts_with(tenant, ?)), 0),
                   coalesce((SELECT sum(emitted) FROM ledger_emitted WHERE starts_with(tenant, ?)), 0)""";

    private final PostgresServer server;

    /** Faults may overlap: one that begins while another one starts the database waits for it. */
    private boolean stopped;

    Database(Path directory, int port) {
        this.server = PostgresServer.start(PostgresConfig.keptIn(directory.resolve("postgres"), port));
        server.createServiceDatabase("reminder", ServicePasswords.same(PASSWORD));
    }

    /** What a replica needs to find it. */
    Map<String, String> settings() {
        return Map.of(
                "LIMBER_DB_URL", server.jdbcUrl(NAME),
                "LIMBER_DB_OWNER_PASSWORD", PASSWORD,
                "LIMBER_DB_APP_PASSWORD", PASSWORD,
                "LIMBER_DB_LOOP_PASSWORD", PASSWORD);
    }

    synchronized void start() {
        server.start();
        stopped = false;
    }

    /** {@code fast}: sessions are ended, all is written out. */
    synchronized void stopFast() {
        stopped = true;
        server.stop();
    }

    /** {@code immediate}: nothing is written out, the next start recovers from the log. */
    synchronized void stopImmediately() {
        stopped = true;
        server.processId().ifPresent(pid -> {
            Signals.send("-QUIT", pid);
            ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
        });
        server.stop();
    }

    /** Ends every session of the service from under it; a database that is stopped has none. */
    synchronized void endSessions() {
        if (stopped) {
            return;
        }
        try (Connection admin = connect();
                PreparedStatement statement = admin.prepareStatement(END_SESSIONS)) {
            statement.setString(1, NAME);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many plans of tenants whose name begins like this are known to the service. */
    long plans(String tenants) {
        return query(TAKEN_IN, tenants).get(0);
    }

    /** What the service itself has booked for tenants whose name begins like this. */
    Booked booked(String tenants) {
        List<Long> sums = query(LEDGER, tenants, tenants);
        return new Booked(sums.get(0), sums.get(1));
    }

    /**
     * Both sides of the ledger.
     *
     * @param planned reminders that firing has decided to emit
     * @param emitted records that delivery has seen on the topic
     */
    record Booked(long planned, long emitted) {}

    @Override
    public void close() {
        server.stop();
    }

    private List<Long> query(String sql, String... arguments) {
        try (Connection admin = connect();
                PreparedStatement statement = admin.prepareStatement(sql)) {
            for (int number = 1; number <= arguments.length; number++) {
                statement.setString(number, arguments[number - 1]);
            }
            ResultSet row = statement.executeQuery();
            row.next();
            List<Long> numbers = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                numbers.add(row.getLong(column));
            }
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(server.adminUrl(NAME));
        return source.getConnection();
    }
}
