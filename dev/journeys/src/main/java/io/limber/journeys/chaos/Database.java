package io.limber.journeys.chaos;

import io.limber.localstack.PostgresConfig;
import io.limber.localstack.PostgresServer;
import io.limber.localstack.ServicePasswords;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    private final PostgresServer server;

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

    void start() {
        server.start();
    }

    /** {@code fast}: sessions are ended, all is written out. */
    void stopFast() {
        server.stop();
    }

    /** {@code immediate}: nothing is written out, the next start recovers from the log. */
    void stopImmediately() {
        server.processId().ifPresent(pid -> {
            Signals.send("-QUIT", pid);
            ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
        });
        server.stop();
    }

    /** Ends every session of the service from under it. */
    void endSessions() {
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
        try (Connection admin = connect();
                PreparedStatement statement = admin.prepareStatement(TAKEN_IN)) {
            statement.setString(1, tenants);
            ResultSet row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(server.adminUrl(NAME));
        return source.getConnection();
    }
}
