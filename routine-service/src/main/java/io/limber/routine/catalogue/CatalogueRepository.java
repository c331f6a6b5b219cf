package io.limber.routine.catalogue;

import io.agroal.api.AgroalDataSource;
import io.limber.contracts.StretchPublished;
import io.limber.kit.events.EventJson;
import io.limber.kit.events.UndecodableEvent;
import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads the read model in the caller's transaction: the global stretches and the tenant's own, which go before. */
@ApplicationScoped
public class CatalogueRepository {
    private static final String FIND = """
            SELECT DISTINCT ON (id) definition::text, retired FROM catalogue_stretch
            WHERE tenant IN ('*', ?) AND id = ANY (?)
            ORDER BY id, tenant = '*'""";
    private static final String OFFERED = """
            SELECT definition, retired FROM (
                SELECT DISTINCT ON (id) id, definition::text AS definition, retired FROM catalogue_stretch
                WHERE tenant IN ('*', ?)
                ORDER BY id, tenant = '*') AS seen
            WHERE NOT retired ORDER BY id""";
    private static final String IS_EMPTY = "SELECT NOT EXISTS (SELECT FROM catalogue_stretch WHERE tenant IN ('*', ?))";

    private final AgroalDataSource dataSource;

    CatalogueRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Those of {@code ids} that are known, retired ones too. */
    public List<Stretch> find(TenantId tenant, Collection<StretchId> ids) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, tenant.value());
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", ids.stream().map(StretchId::value).toArray()));
            return stretches(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every stretch a new routine may have. */
    public List<Stretch> findOffered(TenantId tenant) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(OFFERED)) {
            statement.setString(1, tenant.value());
            return stretches(statement).stream().filter(Stretch::offered).toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether nothing has arrived yet, not even the global catalogue. */
    public boolean isEmpty(TenantId tenant) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(IS_EMPTY)) {
            statement.setString(1, tenant.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Stretch> stretches(PreparedStatement statement) throws SQLException {
        List<Stretch> stretches = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                stretches.add(Stretch.of(published(row.getString(1)), row.getBoolean(2)));
            }
        }
        return stretches;
    }

    private static StretchPublished published(String definition) {
        try {
            return EventJson.read(definition.getBytes(StandardCharsets.UTF_8), StretchPublished.class);
        } catch (UndecodableEvent e) {
            throw new IllegalStateException("the read model holds what was never decodable", e);
        }
    }
}
