package io.limber.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresServerComponentTest {

    private static final ServicePasswords PASSWORDS = new ServicePasswords("o'ne", "two", "three");

    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.start(PostgresConfig.temporary());
        server.createServiceDatabase("catalog", PASSWORDS);
    }

    @AfterAll
    static void stop() {
        server.close();
        assertThat(server.dataDirectory()).doesNotExist();
    }

    @Test
    void isPostgres18AndDurable() throws SQLException {
        try (var connection = DriverManager.getConnection(server.adminUrl())) {
            assertThat(text(connection, "SHOW server_version")).startsWith("18.");
            assertThat(text(connection, "SHOW fsync")).isEqualTo("on");
            assertThat(text(connection, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(text(connection, "SELECT reset_val FROM pg_settings WHERE name = 'max_connections'"))
                    .isEqualTo("200");
        }
    }

    @Test
    void rolesAreNeitherSuperuserNorAboveRowLevelSecurity() throws SQLException {
        try (var connection = DriverManager.getConnection(server.adminUrl())) {
            assertThat(
                            text(
                                    connection,
                                    "SELECT string_agg(rolname, ' ' ORDER BY rolname) FROM pg_roles WHERE rolname LIKE 'limber_catalog%'"
                                            + " AND rolcanlogin AND NOT rolsuper AND NOT rolbypassrls AND NOT rolcreatedb AND NOT rolcreaterole"))
                    .isEqualTo("limber_catalog_app limber_catalog_loop limber_catalog_owner");
        }
    }

    @Test
    void ownerOwnsTheSchemaAndOthersOnlyUseIt() throws SQLException {
        try (var owner = as("owner", PASSWORDS.owner());
                var app = as("app", PASSWORDS.app());
                var loop = as("loop", PASSWORDS.loop())) {
            run(owner, "CREATE TABLE owned (id int)");
            assertThatThrownBy(() -> run(app, "CREATE TABLE mine (id int)")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> run(loop, "CREATE TABLE mine (id int)")).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> run(app, "SELECT * FROM owned")).hasMessageContaining("permission denied");
        }
    }

    @Test
    void wrongPasswordIsRefused() {
        assertThatThrownBy(() -> as("app", "guess")).hasMessageContaining("password authentication failed");
    }

    @Test
    void serviceCannotEnterAnothersDatabase() {
        server.createServiceDatabase("other", PASSWORDS);

        assertThatThrownBy(() -> DriverManager.getConnection(
                        server.jdbcUrl("limber_catalog"), "limber_other_app", PASSWORDS.app()))
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void creatingTheDatabaseAgainKeepsItsData() throws SQLException {
        // Given
        try (var owner = as("owner", PASSWORDS.owner())) {
            run(owner, "CREATE TABLE kept_by_repeat AS SELECT 7 AS value");
        }

        // When
        server.createServiceDatabase("catalog", PASSWORDS);

        // Then
        try (var owner = as("owner", PASSWORDS.owner())) {
            assertThat(text(owner, "SELECT value FROM kept_by_repeat")).isEqualTo("7");
        }
    }

    @Test
    void restartKeepsDataAndPort() throws SQLException {
        // Given
        try (var owner = as("owner", PASSWORDS.owner())) {
            run(owner, "CREATE TABLE kept_by_restart AS SELECT 8 AS value");
        }

        // When
        server.restart();

        // Then
        try (var owner = as("owner", PASSWORDS.owner())) {
            assertThat(text(owner, "SELECT value FROM kept_by_restart")).isEqualTo("8");
        }
    }

    @Test
    void killKeepsWhatWasCommitted() throws SQLException {
        // Given
        try (var owner = as("owner", PASSWORDS.owner())) {
            run(owner, "CREATE TABLE kept_by_kill AS SELECT 9 AS value");
        }

        // When
        server.kill();
        assertThat(server.processId()).isEmpty();
        server.start();

        // Then
        try (var owner = as("owner", PASSWORDS.owner())) {
            assertThat(text(owner, "SELECT value FROM kept_by_kill")).isEqualTo("9");
        }
    }

    private static Connection as(String role, String password) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("limber_catalog"), "limber_catalog_" + role, password);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
