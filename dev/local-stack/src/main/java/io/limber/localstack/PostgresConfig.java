package io.limber.localstack;

import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the PostgreSQL server runs.
 *
 * @param directory kept across restarts; null: a temporary one, deleted at close
 * @param port 0 for a free one
 * @param timeZone the server's zone. Tests take one that is neither UTC nor the JVM's
 * @param sharedBuffers in PostgreSQL's notation
 */
public record PostgresConfig(@Nullable Path directory, int port, ZoneId timeZone, String sharedBuffers) {

    private static final String SMALL = "64MB";

    public static PostgresConfig temporary() {
        return new PostgresConfig(null, 0, ZoneId.of("Asia/Kolkata"), SMALL);
    }

    public static PostgresConfig keptIn(Path directory, int port) {
        return new PostgresConfig(directory, port, ZoneId.of("Etc/UTC"), SMALL);
    }

    /** The same with as many buffers as docker-compose.yml gives: for measurements. */
    public PostgresConfig asInCompose() {
        return new PostgresConfig(directory, port, timeZone, "256MB");
    }
}
