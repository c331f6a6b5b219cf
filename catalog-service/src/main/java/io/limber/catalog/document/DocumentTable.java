package io.limber.catalog.document;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All SQL on documents. Runs in the caller's transaction, as the application role, behind row-level security. */
@ApplicationScoped
public class DocumentTable {
    // Held until the transaction ends: replicas that start together load one after the other, and the second one finds
    // everything done.
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('limber.catalog.content', 0))";
    private static final String ACT_FOR = "SELECT set_config('app.tenant', ?, true)";

    // Locks the owner's row until the transaction ends: changes of one owner follow one another, and the number that a
    // change gets is seen by readers together with it.
    private static final String CHANGE = """
            INSERT INTO catalogue_version AS known (tenant, version) VALUES (?, 1)
            ON CONFLICT (tenant) DO UPDATE SET version = known.version + 1 RETURNING version""";
    private static final String ADD_VERSION =
            "INSERT INTO catalogue_version (tenant, version) VALUES (?, 0) ON CONFLICT DO NOTHING";

    // The same lock, when it is not known yet whether anything changes.
    private static final String LOCK_VERSION = "SELECT version FROM catalogue_version WHERE tenant = ? FOR UPDATE";
    private static final String MARK = "UPDATE stretch SET change = ?, replaced_by = ? WHERE tenant = ? AND id = ?";
    private static final String HEADS =
            "SELECT id, revision, published, content_hash FROM %s WHERE tenant = ? ORDER BY id";
    private static final String FIND =
            "SELECT id, revision, published, content_hash, document FROM %s WHERE tenant = ? AND id = ?";
    private static final String SAVE = """
            INSERT INTO %1$s (tenant, id, revision, content_hash, document) VALUES (?, ?, ?, ?, ?::jsonb)
            ON CONFLICT (tenant, id) DO UPDATE
            SET revision = excluded.revision, content_hash = excluded.content_hash, document = excluded.document""";
    private static final String KEEP = """
            INSERT INTO document_revision (tenant, id, revision, content_hash, document, collection, loaded_at, actor)
            VALUES (?, ?, ?, ?, ?::jsonb, ?, ?, ?)""";
    private static final String RETIRE = "UPDATE %s SET published = false WHERE tenant = ? AND id = ?";

    private final AgroalDataSource dataSource;
    private final Changes changes;

    DocumentTable(AgroalDataSource dataSource, Changes changes) {
        this.dataSource = dataSource;
        this.changes = changes;
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

    /** Begins a change of an owner's catalogue; returns its number. To be called before anything is written. */
    public long beginChange(Owner owner) {
        changes.raiseAfterCommit();
        return run(CHANGE, statement -> {
            statement.setString(1, owner.value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /**
     * Lets this transaction wait for changes of an owner's catalogue, and changes wait for it. For a transaction that changes several
     * stretches, before it touches the first: otherwise it and another one wait for each other.
     */
    public void lock(Owner owner) {
        for (String sql : List.of(ADD_VERSION, LOCK_VERSION)) {
            run(sql, statement -> {
                statement.setString(1, owner.value());
                return statement.execute();
            });
        }
    }

    /** Notes that a stretch came to be as it is in this change. */
    public void mark(Owner owner, String id, long change, Optional<String> replacedBy) {
        run(MARK, statement -> {
            statement.setLong(1, change);
            statement.setString(2, replacedBy.orElse(null));
            statement.setString(3, owner.value());
            statement.setString(4, id);
            return statement.executeUpdate();
        });
    }

    /** What is known of a document without reading it. */
    public record Head(int revision, boolean published, String hash) {}

    /** Of every document, retired ones included, by id. */
    public Map<String, Head> heads(Owner owner, Collection collection) {
        return run(HEADS.formatted(collection.table()), statement -> {
            statement.setString(1, owner.value());
            Map<String, Head> heads = new TreeMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    heads.put(row.getString(1), new Head(row.getInt(2), row.getBoolean(3), row.getString(4)));
                }
            }
            return heads;
        });
    }

    /** Retired or not. */
    public Optional<StoredDocument> find(Owner owner, Collection collection, String id) {
        return run(FIND.formatted(collection.table()), statement -> {
            statement.setString(1, owner.value());
            statement.setString(2, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new StoredDocument(
                                row.getString(1),
                                row.getInt(2),
                                row.getBoolean(3),
                                row.getString(4),
                                DocumentJson.parse(row.getString(5))))
                        : Optional.empty();
            }
        });
    }

    /**
     * Puts a new revision in force and into the history.
     *
     * @param actor who did it; empty for what comes with the service
     */
    public void save(Owner owner, Collection collection, StoredDocument document, Instant now, Optional<String> actor) {
        run(SAVE.formatted(collection.table()), statement -> {
            bind(statement, owner, document);
            return statement.executeUpdate();
        });
        run(KEEP, statement -> {
            bind(statement, owner, document);
            statement.setString(6, collection.table());
            statement.setObject(7, now.atOffset(ZoneOffset.UTC));
            statement.setString(8, actor.orElse(null));
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
