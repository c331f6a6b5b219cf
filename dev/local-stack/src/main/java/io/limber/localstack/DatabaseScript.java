package io.limber.localstack;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Runs {@code deploy/postgres/service-database.sql}, the file the compose deployment feeds to psql, over JDBC. Understands
 * {@code :'variable'}, {@code \gexec} (run the query, then run each row of its result), {@code \connect} and plain statements.
 */
public final class DatabaseScript {

    private static final String SCRIPT = "postgres/service-database.sql";

    private final UnaryOperator<String> adminUrlOf;

    /** @param adminUrlOf administrator's JDBC URL of a database by its name */
    public DatabaseScript(UnaryOperator<String> adminUrlOf) {
        this.adminUrlOf = adminUrlOf;
    }

    /** Creates database {@code limber_<service>} and its roles; run again, it only sets the passwords. */
    public void createServiceDatabase(String service, ServicePasswords passwords) {
        if (!service.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("Not a service name: " + service);
        }
        var variables = Map.of(
                "service", service,
                "owner_password", passwords.owner(),
                "app_password", passwords.app(),
                "loop_password", passwords.loop());
        try {
            var connection = connect(adminUrlOf.apply("postgres"));
            try {
                for (var step : steps(DeployFile.read(SCRIPT))) {
                    if (step.startsWith("\\connect ")) {
                        connection.close();
                        connection = connect(adminUrlOf.apply("limber_" + service));
                    } else {
                        run(connection, bind(step, variables));
                    }
                }
            } finally {
                connection.close();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the database of " + service + ": " + e.getMessage(), e);
        }
    }

    /** Splits the script into statements, queries that end with {@code \gexec}, and {@code \connect} lines. */
    static List<String> steps(String script) {
        var steps = new ArrayList<String>();
        var current = new StringBuilder();
        for (var line : script.lines().toList()) {
            var trimmed = line.strip();
            if (trimmed.isEmpty() || trimmed.startsWith("--")) {
                continue;
            }
            current.append(trimmed).append('\n');
            if (trimmed.endsWith(";") || trimmed.startsWith("\\")) {
                steps.add(current.toString().strip());
                current.setLength(0);
            }
        }
        if (!current.isEmpty()) {
            throw new IllegalStateException("The database script ends inside a statement: " + current);
        }
        return steps;
    }

    private static String bind(String step, Map<String, String> variables) {
        var bound = step;
        for (var variable : variables.entrySet()) {
            bound = bound.replace(
                    ":'" + variable.getKey() + "'", "'" + variable.getValue().replace("'", "''") + "'");
        }
        return bound;
    }

    private static void run(Connection connection, String step) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!step.endsWith("\\gexec")) {
                statement.execute(step);
                return;
            }
            var generated = new ArrayList<String>();
            try (ResultSet rows = statement.executeQuery(step.substring(0, step.length() - "\\gexec".length()))) {
                while (rows.next()) {
                    generated.add(rows.getString(1));
                }
            }
            for (var sql : generated) {
                statement.execute(sql);
            }
        }
    }

    private static Connection connect(String url) throws SQLException {
        // Not through DriverManager: it hides drivers of other class loaders, and tests have several.
        var source = new PGSimpleDataSource();
        source.setURL(url);
        return source.getConnection();
    }
}
