package io.limber.catalog.snapshot;

import com.fasterxml.jackson.core.type.TypeReference;
import io.agroal.api.AgroalDataSource;
import io.limber.catalog.document.Collection;
import io.limber.catalog.document.DocumentJson;
import io.limber.catalog.document.Owner;
import io.limber.catalog.stretch.Wording;
import io.quarkus.agroal.DataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads what snapshots are made of. An owner's rows are read as the application role on behalf of that owner, behind row-level
 * security; only versions, which say nothing but that something changed, are read across owners.
 */
@ApplicationScoped
class SnapshotTable {
    private static final String ACT_FOR = "SELECT set_config('app.tenant', ?, true)";
    private static final String VERSIONS = "SELECT tenant, version FROM catalogue_version WHERE tenant = ANY (?)";
    private static final String VERSION = "SELECT version FROM catalogue_version WHERE tenant = ?";
    private static final String STRETCHES = """
            SELECT id, published, replaced_by, document::text FROM stretch
            WHERE tenant = ? AND change > ? ORDER BY change, id""";
    private static final String COUNT = "SELECT count(*) FROM stretch WHERE tenant = ?";
    // By a hash, so that neither the oldest nor the first of the alphabet stand for all.
    private static final String SAMPLE = "SELECT document::text FROM stretch WHERE tenant = ? ORDER BY md5(id) LIMIT ?";
    // Ids that led to a stretch once; it need not name them any more.
    private static final String FORMER_IDS = """
            SELECT former, id FROM former_id JOIN stretch USING (tenant, id) WHERE tenant = ? AND change > ?""";
    private static final String ADAPTATIONS = """
            SELECT id, hidden, wording::text FROM adaptation WHERE tenant = ? AND change > ?""";
    private static final String DOCUMENTS =
            "SELECT document::text FROM %s WHERE tenant = '*' AND published ORDER BY id";

    // Whom it is worth to have ready before somebody asks: the largest first.
    private static final String WITH_MOST = """
            SELECT tenant FROM stretch WHERE tenant <> '*' GROUP BY tenant HAVING count(*) >= ?
            ORDER BY count(*) DESC LIMIT ?""";
    private static final int ROWS_AT_A_TIME = 500;

    private final AgroalDataSource app;
    private final AgroalDataSource loop;

    SnapshotTable(AgroalDataSource app, @DataSource("loop") AgroalDataSource loop) {
        this.app = app;
        this.loop = loop;
    }

    /** A row of {@code stretch}. */
    record StretchRow(String id, boolean retired, Optional<String> replacedBy, String json) {}

    /** Versions of those owners whose catalogue has ever changed. */
    Map<Owner, Long> versionsAcrossTenants(java.util.Collection<Owner> owners) throws SQLException {
        try (Connection connection = loop.getConnection();
                PreparedStatement statement = connection.prepareStatement(VERSIONS)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", owners.stream().map(Owner::value).toArray()));
            Map<Owner, Long> versions = new HashMap<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                versions.put(new Owner(rows.getString(1)), rows.getLong(2));
            }
            return versions;
        }
    }

    /** Owners with at least so many stretches. */
    List<Owner> largestAcrossTenants(int least, int most) throws SQLException {
        try (Connection connection = loop.getConnection();
                PreparedStatement statement = connection.prepareStatement(WITH_MOST)) {
            statement.setInt(1, least);
            statement.setInt(2, most);
            return texts(statement).stream().map(Owner::new).toList();
        }
    }

    /**
     * Runs reads of one owner's rows. What is committed meanwhile may be seen in part; the version is to be read first, so that
     * it is read again.
     */
    <R> R reading(Owner owner, Read<R> read) {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = app.getConnection()) {
                try (PreparedStatement statement = connection.prepareStatement(ACT_FOR)) {
                    statement.setString(1, owner.value());
                    statement.execute();
                }
                return read.from(connection);
            }
        });
    }

    long version(Connection connection, Owner owner) throws SQLException {
        return number(connection, VERSION, owner);
    }

    int count(Connection connection, Owner owner) throws SQLException {
        return Math.toIntExact(number(connection, COUNT, owner));
    }

    /** Some documents, by chance, but always the same while the ids are. */
    List<String> sample(Connection connection, Owner owner, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SAMPLE)) {
            statement.setString(1, owner.value());
            statement.setInt(2, most);
            return texts(statement);
        }
    }

    /** Stretches as they are now that were changed after {@code version}; -1 for all. */
    void stretches(Connection connection, Owner owner, long version, Consumer<StretchRow> each) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STRETCHES)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            statement.setString(1, owner.value());
            statement.setLong(2, version);
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                each.accept(new StretchRow(
                        rows.getString(1),
                        !rows.getBoolean(2),
                        Optional.ofNullable(rows.getString(3)),
                        rows.getString(4)));
            }
        }
    }

    /** Where former ids lead, of the stretches that were changed after {@code version}. */
    Map<String, String> formerIds(Connection connection, Owner owner, long version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORMER_IDS)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            statement.setString(1, owner.value());
            statement.setLong(2, version);
            Map<String, String> formerIds = new HashMap<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                formerIds.put(rows.getString(1), rows.getString(2));
            }
            return formerIds;
        }
    }

    List<Adaptation> adaptations(Connection connection, Owner owner, long version) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADAPTATIONS)) {
            statement.setString(1, owner.value());
            statement.setLong(2, version);
            List<Adaptation> adaptations = new ArrayList<>();
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                adaptations.add(new Adaptation(
                        rows.getString(1),
                        rows.getBoolean(2),
                        DocumentJson.read(rows.getString(3), new TypeReference<Map<String, Wording>>() {})));
            }
            return adaptations;
        }
    }

    /** The global documents of a collection. */
    <T> List<T> documents(Connection connection, Collection collection, Class<T> type) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DOCUMENTS.formatted(collection.table()))) {
            return texts(statement).stream()
                    .map(document -> DocumentJson.read(DocumentJson.parse(document), type))
                    .toList();
        }
    }

    /** What a query about an owner counts; 0 when there is no row. */
    private static long number(Connection connection, String sql, Owner owner) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, owner.value());
            ResultSet row = statement.executeQuery();
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** The first column. */
    private static List<String> texts(PreparedStatement statement) throws SQLException {
        List<String> texts = new ArrayList<>();
        ResultSet rows = statement.executeQuery();
        while (rows.next()) {
            texts.add(rows.getString(1));
        }
        return texts;
    }

    /** Work on a connection. */
    @FunctionalInterface
    interface Read<R> {
        R from(Connection connection) throws SQLException;
    }
}
