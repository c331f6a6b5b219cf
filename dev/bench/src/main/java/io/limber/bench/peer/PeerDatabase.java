package io.limber.bench.peer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;

/** The pool of connections, the same for every peer. */
final class PeerDatabase implements AutoCloseable {

    private final HikariDataSource pool;

    PeerDatabase(String url) {
        var config = new HikariConfig();
        config.setJdbcUrl(url + "&reWriteBatchedInserts=true");
        config.setMaximumPoolSize(Peer.THREADS + 4);
        pool = new HikariDataSource(config);
    }

    DataSource pool() {
        return pool;
    }

    void execute(String sql) throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a script that lies beside the class. */
    void executeScript(Class<?> beside, String name) throws SQLException {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            execute(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
