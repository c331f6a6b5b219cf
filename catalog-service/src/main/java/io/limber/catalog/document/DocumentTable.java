package io.limber.catalog.document;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All SQL on documents. Runs in the caller's transaction, as the application role, behind row-level security. */
@ApplicationScoped
public class DocumentTable {
    // Held until the transaction ends: replicas that start together load one after the other, and the second one finds
    // everything done.
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('limber.catalog.content', 0))";
    private static final String ACT_FOR = "SELECT set_config('app.tenant', ?, true)";
    private static final String VERSIONS =
            "SELECT id, revision || ' ' || content_hash FROM %s WHERE tenant = ? AND published";
    private static final String FIND =
            "SELECT id, revision, published, content_hash, document FROM %s WHERE tenant = ? ORDER BY id";
    private static final String SAVE = """
            INSERT INTO %1$s (tenant, id, revision, content_hash, document) VALUES (?, ?, ?, ?, ?::jsonb)
            ON CONFLICT (tenant, id) DO UPDATE
            SET revision = excluded.revision, content_hash = excluded.content_hash, document = excluded.document""";
    private static final String KEEP = """
            INSERT INTO document_revision (tenant, id, revision, content_hash, document, collection, loaded_at)
            VALUES (?, ?, ?, ?, ?::jsonb, ?, ?)""";
    private static final String RETIRE = "UPDATE %s SET published = false WHERE tenant = ? AND id = ?";

    private final AgroalDataSource dataSource;

    DocumentTable(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Makes this transaction the only one that loads content. */
    public void lockContent() {
        run(LOCK, PreparedStatement::execute);
    }

    /** Lets this transaction write what belongs to everybody. For content that ships with the service, nothing else. */
    public void actForEverybody() {
        run(ACT_FOR, statement -> {
            statement.setString(1, Owner.GLOBAL.value());
            return statement.execute();
        });
    }

    /** Id and version of every published document; two equal answers mean equal documents. */
    Map<String, String> versions(Owner owner, Collection collection) {
        return run(VERSIONS.formatted(collection.table()), statement -> {
            statement.setString(1, owner.value());
            Map<String, String> versions = new TreeMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    versions.put(row.getString(1), row.getString(2));
                }
            }
            return versions;
        });
    }

    /** Every document, retired ones included. */
    public List<StoredDocument> findAll(Owner owner, Collection collection) {
        return run(FIND.formatted(collection.table()), statement -> {
            statement.setString(1, owner.value());
            List<StoredDocument> found = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(new StoredDocument(
                            row.getString(1),
                            row.getInt(2),
                            row.getBoolean(3),
                            row.getString(4),
                            DocumentJson.parse(row.getString(5))));
                }
            }
            return found;
        });
    }

    /** Puts a new revision in force and into the history. */
    public void save(Owner owner, Collection collection, StoredDocument document, Instant now) {
        run(SAVE.formatted(collection.table()), statement -> {
            bind(statement, owner, document);
            return statement.executeUpdate();
        });
        run(KEEP, statement -> {
            bind(statement, owner, document);
            statement.setString(6, collection.table());
            statement.setObject(7, now.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        });
    }

    public void retire(Owner owner, Collection collection, String id) {
        run(RETIRE.formatted(collection.table()), statement -> {
            statement.setString(1, owner.value());
            statement.setString(2, id);
            return statement.executeUpdate();
        });
    }

    private static void bind(PreparedStatement statement, Owner owner, StoredDocument document) throws SQLException {
        statement.setString(1, owner.value());
        statement.setString(2, document.id());
        statement.setInt(3, document.revision());
        statement.setString(4, document.hash());
        statement.setString(5, document.document().toString());
    }

    private interface Work<R> {
        R with(PreparedStatement statement) throws SQLException;
    }

    private <R> R run(String sql, Work<R> work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
