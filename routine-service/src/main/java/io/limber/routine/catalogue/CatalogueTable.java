package io.limber.routine.catalogue;

import io.agroal.api.AgroalDataSource;
import io.limber.kit.events.EventJson;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Writes the read model as the loop role, which sees every tenant. */
@ApplicationScoped
class CatalogueTable {
    // A record that comes again, or late, changes nothing: the revision decides.
    private static final String PUBLISH = """
            INSERT INTO catalogue_stretch AS known (tenant, id, revision, definition) VALUES (?, ?, ?, ?::jsonb)
            ON CONFLICT (tenant, id) DO UPDATE
            SET revision = excluded.revision, retired = false, definition = excluded.definition
            WHERE known.revision < excluded.revision""";
    private static final String RETIRE =
            "UPDATE catalogue_stretch SET retired = true WHERE tenant = ? AND id = ? AND NOT retired";
    // As above; the version decides.
    private static final String ADAPT = """
            INSERT INTO catalogue_adaptation AS known (tenant, id, version, definition) VALUES (?, ?, ?, ?::jsonb)
            ON CONFLICT (tenant, id) DO UPDATE SET version = excluded.version, definition = excluded.definition
            WHERE known.version < excluded.version""";

    private final AgroalDataSource loop;

    CatalogueTable(@DataSource("loop") AgroalDataSource loop) {
        this.loop = loop;
    }

    /** A connection whose transaction the caller commits. */
    Connection begin() throws SQLException {
        Connection connection = loop.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    void apply(Connection connection, StretchChange change) throws SQLException {
        switch (change) {
            case StretchChange.Published published -> publish(connection, published);
            case StretchChange.Retired retired -> retire(connection, retired);
            case StretchChange.Adapted adapted -> adapt(connection, adapted);
        }
    }

    private static void publish(Connection connection, StretchChange.Published change) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PUBLISH)) {
            statement.setString(1, change.tenant());
            statement.setString(2, change.id());
            statement.setInt(3, change.stretch().revision());
            statement.setString(4, json(change.stretch()));
            statement.executeUpdate();
        }
    }

    private static void retire(Connection connection, StretchChange.Retired change) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RETIRE)) {
            statement.setString(1, change.tenant());
            statement.setString(2, change.id());
            statement.executeUpdate();
        }
    }

    private static void adapt(Connection connection, StretchChange.Adapted change) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADAPT)) {
            statement.setString(1, change.tenant());
            statement.setString(2, change.id());
            statement.setLong(3, change.adaptation().version());
            statement.setString(4, json(change.adaptation()));
            statement.executeUpdate();
        }
    }

    private static String json(Object payload) {
        return new String(EventJson.write(payload), StandardCharsets.UTF_8);
    }
}
