package io.limber.testkit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Plain SQL against a service's database as one of its roles: what the role may see is part of what is tested. */
public final class SqlProbe {

    /** The three roles every service has. */
    public enum Role {
        OWNER,
        APP,
        LOOP
    }

    private final String service;
    private final Role role;
    private final @Nullable String tenant;

    private SqlProbe(String service, Role role, @Nullable String tenant) {
        this.service = service;
        this.role = role;
        this.tenant = tenant;
    }

    public static SqlProbe as(String service, Role role) {
        return new SqlProbe(service, role, null);
    }

    /** The same, with {@code app.tenant} set in the transaction of each statement. */
    public SqlProbe inTenant(String name) {
        return new SqlProbe(service, role, name);
    }

    /** Rows as maps from column label to value, in column order. */
    public List<Map<String, @Nullable Object>> query(String sql, @Nullable Object... arguments) {
        return run(sql, arguments, statement -> {
            var rows = new ArrayList<Map<String, @Nullable Object>>();
            try (var result = statement.executeQuery()) {
                var meta = result.getMetaData();
                while (result.next()) {
                    var row = new LinkedHashMap<String, @Nullable Object>();
                    for (var column = 1; column <= meta.getColumnCount(); column++) {
                        row.put(meta.getColumnLabel(column), result.getObject(column));
                    }
                    rows.add(row);
                }
            }
            return rows;
        });
    }

    /** The first column of the only row, as a number. */
    public long count(String sql, @Nullable Object... arguments) {
        var value = query(sql, arguments).getFirst().values().iterator().next();
        return value instanceof Number number ? number.longValue() : 0;
    }

    /** Runs a statement and returns how many rows it changed. */
    public int execute(String sql, @Nullable Object... arguments) {
        return run(sql, arguments, PreparedStatement::executeUpdate);
    }

    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, @Nullable Object[] arguments, Work<T> work) {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            if (tenant != null) {
                setTenant(connection, tenant);
            }
            try (var statement = connection.prepareStatement(sql)) {
                for (var index = 0; index < arguments.length; index++) {
                    statement.setObject(index + 1, arguments[index]);
                }
                var answer = work.with(statement);
                connection.commit();
                return answer;
            }
        } catch (SQLException e) {
            throw new SqlProbeException(e);
        }
    }

    private static void setTenant(Connection connection, String tenant) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT set_config('app.tenant', ?, true)")) {
            statement.setString(1, tenant);
            statement.execute();
        }
    }

    private Connection connect() throws SQLException {
        var source = new PGSimpleDataSource();
        source.setURL(TestStack.jdbcUrl("limber_" + service));
        source.setUser("limber_" + service + "_" + role.name().toLowerCase(Locale.ROOT));
        source.setPassword(TestStack.PASSWORD);
        return source.getConnection();
    }

    /** What the database refused; the message is PostgreSQL's. */
    public static final class SqlProbeException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        SqlProbeException(SQLException cause) {
            super(cause.getMessage(), cause);
        }

        /** PostgreSQL's five-letter state. */
        public String state() {
            return getCause() instanceof SQLException cause ? String.valueOf(cause.getSQLState()) : "";
        }
    }
}
