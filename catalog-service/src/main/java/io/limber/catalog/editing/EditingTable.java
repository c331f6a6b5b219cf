package io.limber.catalog.editing;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.limber.catalog.document.DocumentJson;
import io.limber.catalog.editing.OwnStretch.InForce;
import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tenant's own stretches in the database. Runs in the caller's transaction, behind row-level security. */
@ApplicationScoped
class EditingTable {
    private static final String COLUMNS = """
            SELECT o.id, o.version, o.draft::text, o.changed_at,
                   s.revision, s.published, s.replaced_by, s.document::text
              FROM own_stretch o LEFT JOIN stretch s ON s.tenant = o.tenant AND s.id = o.id""";
    private static final String FIND = COLUMNS + " WHERE o.tenant = ? AND o.id = ?";

    // Locks the stretch until the transaction ends: edits of it follow one another.
    private static final String CLAIM = FIND + " FOR UPDATE OF o";
    private static final String LIST = COLUMNS + " WHERE o.tenant = ? AND o.id > ? ORDER BY o.id LIMIT ?";

    // Of two that add the same id, the second waits for the first and then adds nothing.
    private static final String ADD = """
            INSERT INTO own_stretch (tenant, id, version, draft, changed_at) VALUES (?, ?, 1, ?::jsonb, ?)
            ON CONFLICT DO NOTHING""";
    private static final String CHANGE =
            "UPDATE own_stretch SET version = version + 1, draft = ?::jsonb, changed_at = ? WHERE tenant = ? AND id = ?";
    private static final String REMOVE = "DELETE FROM own_stretch WHERE tenant = ? AND id = ?";
    private static final String IS_TAKEN = """
            SELECT EXISTS (SELECT FROM stretch WHERE tenant IN (?, '*') AND id = ?)
                OR EXISTS (SELECT FROM former_id WHERE tenant IN (?, '*') AND former = ?)""";
    private static final String LEAD =
            "INSERT INTO former_id (tenant, former, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String LEADS_TO = "SELECT id FROM former_id WHERE tenant = ? AND former = ?";

    private final AgroalDataSource dataSource;

    EditingTable(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    Optional<OwnStretch> find(TenantId tenant, String id) {
        return one(FIND, tenant, id);
    }

    /** Locked until the transaction ends. */
    Optional<OwnStretch> claim(TenantId tenant, String id) {
        return one(CLAIM, tenant, id);
    }

    private Optional<OwnStretch> one(String sql, TenantId tenant, String id) {
        if (!Drafts.isId(id)) {
            // It is in no row, and the database would refuse some of its characters.
            return Optional.empty();
        }
        return run(sql, statement -> {
            statement.setString(1, tenant.value());
            statement.setString(2, id);
            return stretches(statement).stream().findFirst();
        });
    }

    /** Behind the id {@code after}, in the order of ids. */
    List<OwnStretch> list(TenantId tenant, String after, int most) {
        return run(LIST, statement -> {
            statement.setString(1, tenant.value());
            statement.setString(2, after);
            statement.setInt(3, most);
            return stretches(statement);
        });
    }

    /** False when there is one of this id. */
    boolean add(TenantId tenant, String id, JsonNode draft, Instant now) {
        return run(ADD, statement -> {
            statement.setString(1, tenant.value());
            statement.setString(2, id);
            statement.setString(3, draft.toString());
            statement.setObject(4, now.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        });
    }

    /** Raises the version. */
    void change(TenantId tenant, String id, @Nullable JsonNode draft, Instant now) {
        run(CHANGE, statement -> {
            statement.setString(1, draft == null ? null : draft.toString());
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setString(3, tenant.value());
            statement.setString(4, id);
            return statement.executeUpdate();
        });
    }

    void remove(TenantId tenant, String id) {
        run(REMOVE, statement -> {
            statement.setString(1, tenant.value());
            statement.setString(2, id);
            return statement.executeUpdate();
        });
    }

    /** Whether an id was ever given out, to everybody or to the tenant. */
    boolean isTaken(TenantId tenant, String id) {
        return run(IS_TAKEN, statement -> {
            for (int index = 1; index <= 3; index += 2) {
                statement.setString(index, tenant.value());
                statement.setString(index + 1, id);
            }
            ResultSet row = statement.executeQuery();
            return row.next() && row.getBoolean(1);
        });
    }

    /** Lets a former id lead to a stretch; false when it leads to another one. */
    boolean lead(TenantId tenant, String former, String id) {
        int added = run(LEAD, statement -> {
            statement.setString(1, tenant.value());
            statement.setString(2, former);
            statement.setString(3, id);
            return statement.executeUpdate();
        });
        return added == 1
                || run(LEADS_TO, statement -> {
                    statement.setString(1, tenant.value());
                    statement.setString(2, former);
                    ResultSet row = statement.executeQuery();
                    return row.next() && row.getString(1).equals(id);
                });
    }

    private static List<OwnStretch> stretches(PreparedStatement statement) throws SQLException {
        List<OwnStretch> stretches = new ArrayList<>();
        ResultSet row = statement.executeQuery();
        while (row.next()) {
            String document = row.getString(8);
            Optional<InForce> inForce = document == null
                    ? Optional.empty()
                    : Optional.of(new InForce(
                            row.getInt(5),
                            !row.getBoolean(6),
                            Optional.ofNullable(row.getString(7)),
                            DocumentJson.parse(document)));
            stretches.add(new OwnStretch(
                    row.getString(1),
                    row.getLong(2),
                    Optional.ofNullable(row.getString(3)).map(DocumentJson::parse),
                    inForce,
                    row.getObject(4, OffsetDateTime.class).toInstant()));
        }
        return stretches;
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
