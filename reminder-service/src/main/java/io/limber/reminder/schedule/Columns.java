package io.limber.reminder.schedule;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Columns of many rows as parameters of one statement. The arrays have the exact types that the driver sends in binary
 * form, which PostgreSQL takes in at a fraction of the cost of text; so instants go as numbers.
 */
final class Columns {
    private static final long MICROS = 1_000_000;

    private Columns() {}

    /** SQL that makes an instant again of what {@link #instants} sends. */
    static String instant(String column) {
        return "timestamptz 'epoch' + %s * interval '1 microsecond'".formatted(column);
    }

    static <T> void texts(PreparedStatement statement, int index, List<T> rows, Function<T, @Nullable String> value)
            throws SQLException {
        set(statement, index, "text", rows.stream().map(value).toArray(String[]::new));
    }

    static <T> void numbers(PreparedStatement statement, int index, List<T> rows, ToIntFunction<T> value)
            throws SQLException {
        set(statement, index, "int4", rows.stream().map(value::applyAsInt).toArray(Integer[]::new));
    }

    static <T> void longs(PreparedStatement statement, int index, List<T> rows, ToLongFunction<T> value)
            throws SQLException {
        set(statement, index, "int8", rows.stream().map(value::applyAsLong).toArray(Long[]::new));
    }

    static <T> void bytes(PreparedStatement statement, int index, List<T> rows, Function<T, byte[]> value)
            throws SQLException {
        set(statement, index, "bytea", rows.stream().map(value).toArray(byte[][]::new));
    }

    /** Without those that are null or {@link Instant#MAX}, which become null. */
    static <T> void instants(PreparedStatement statement, int index, List<T> rows, Function<T, @Nullable Instant> value)
            throws SQLException {
        Long[] micros = rows.stream().map(row -> micros(value.apply(row))).toArray(Long[]::new);
        set(statement, index, "int8", micros);
    }

    private static @Nullable Long micros(@Nullable Instant instant) {
        return instant == null || instant.equals(Instant.MAX)
                ? null
                : Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / 1_000);
    }

    private static void set(PreparedStatement statement, int index, String type, Object[] values) throws SQLException {
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
