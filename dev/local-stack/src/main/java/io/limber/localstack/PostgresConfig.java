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
 */
public record PostgresConfig(@Nullable Path directory, int port, ZoneId timeZone) {

    public static PostgresConfig temporary() {
        return new PostgresConfig(null, 0, ZoneId.of("Asia/Kolkata"));
    }

    public static PostgresConfig keptIn(Path directory, int port) {
        return new PostgresConfig(directory, port, ZoneId.of("Etc/UTC"));
    }
}
