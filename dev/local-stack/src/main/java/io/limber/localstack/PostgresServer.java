package io.limber.localstack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL server from Maven artifacts. Durable ({@code fsync} and {@code synchronous_commit} on, which the library
 * turns off by default), reachable from this machine only. Service roles authenticate with their passwords; the administrator
 * is trusted, because whoever can reach the port can also read the data directory.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final PostgresConfig config;
    private final Path directory;
    private final int port;
    private @Nullable EmbeddedPostgres running;

    private PostgresServer(PostgresConfig config, Path directory, int port) {
        this.config = config;
        this.directory = directory;
        this.port = port;
    }

    /** Starts a server and waits until it answers. */
    public static PostgresServer start(PostgresConfig config) {
        try {
            var kept = config.directory();
            var server = new PostgresServer(
                    config,
                    kept == null ? Files.createTempDirectory("limber-postgres-") : kept.toAbsolutePath(),
                    FreePort.orFree(config.port()));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts again after {@link #stop()} or {@link #kill()}, on the same data and port. */
    public synchronized void start() {
        if (running != null) {
            return;
        }
        try {
            Files.createDirectories(directory);
            running = EmbeddedPostgres.builder()
                    .setPort(port)
                    .setDataDirectory(dataDirectory())
                    .setOverrideWorkingDirectory(unpackedBinaries().toFile())
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(START_LIMIT)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("hba_file", writeAccessRules().toString())
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", config.sharedBuffers())
                    .setServerConfig("max_wal_size", "512MB")
                    .setServerConfig("timezone", config.timeZone().getId())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "PostgreSQL did not start on port " + port + " with data in " + directory, e);
        }
    }

    /** Orderly stop: open connections are ended, data is on disk. */
    public synchronized void stop() {
        var server = running;
        if (server == null) {
            return;
        }
        running = null;
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the server without a word (SIGKILL), as a crash would; {@link #start()} then recovers from the log. */
    public synchronized void kill() {
        processId().ifPresent(PostgresProcess::killTree);
        stop();
    }

    public synchronized void restart() {
        stop();
        start();
    }

    public int port() {
        return port;
    }

    public Path dataDirectory() {
        return dataDirectory(directory);
    }

    /** Where a server that was given this directory keeps its data. */
    static Path dataDirectory(Path directory) {
        return directory.resolve("data");
    }

    /** Process id of the postmaster, as it notes it in its data directory. */
    public OptionalLong processId() {
        return PostgresProcess.ofDataDirectory(dataDirectory());
    }

    /** JDBC URL for a service's role; user and password go beside it. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** JDBC URL of the administrator on the maintenance database. */
    public String adminUrl() {
        return adminUrl("postgres");
    }

    public String adminUrl(String database) {
        return jdbcUrl(database) + "?user=postgres";
    }

    /** Creates database {@code limber_<service>} with its owner, app and loop roles; run again, it only sets the passwords. */
    public void createServiceDatabase(String service, ServicePasswords passwords) {
        new DatabaseScript(this::adminUrl).createServiceDatabase(service, passwords);
    }

    @Override
    public void close() {
        stop();
        if (config.directory() == null) {
            Directories.deleteQuietly(directory);
        }
    }

    private Path writeAccessRules() throws IOException {
        // Beside the data, because initdb wants an empty directory.
        var rules = directory.resolve("pg_hba.conf");
        Files.write(rules, List.of("host all postgres 127.0.0.1/32 trust", "host all all 127.0.0.1/32 scram-sha-256"));
        return rules;
    }

    private static Path unpackedBinaries() {
        // One folder a user: on a shared machine another's would not be writable.
        return Path.of(System.getProperty("java.io.tmpdir"), "limber-postgres-" + System.getProperty("user.name"));
    }
}
