package io.limber.routine.catalogue;

import io.agroal.api.AgroalDataSource;
import io.limber.contracts.StretchAdapted;
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

/**
 * Reads the read model in the caller's transaction: the tenant's own stretches, and the global ones, where no own one has
 * their id, with what the tenant makes of them.
 */
@ApplicationScoped
public class CatalogueRepository {
    private static final String SEEN = """
            SELECT DISTINCT ON (stretch.id) stretch.definition::text, stretch.retired, adaptation.definition::text
            FROM catalogue_stretch stretch
            LEFT JOIN catalogue_adaptation adaptation
                ON stretch.tenant = '*' AND adaptation.tenant = ? AND adaptation.id = stretch.id
            WHERE stretch.tenant IN ('*', ?) %s
            ORDER BY stretch.id, stretch.tenant = '*'""";
    private static final String FIND = SEEN.formatted("AND stretch.id = ANY (?)");
    private static final String FIND_ALL = SEEN.formatted("");
    private static final String IS_EMPTY = "SELECT NOT EXISTS (SELECT FROM catalogue_stretch WHERE tenant IN ('*', ?))";

    private final AgroalDataSource dataSource;

    CatalogueRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Those of {@code ids} that are known, withdrawn ones too. */
    public List<Stretch> find(TenantId tenant, Collection<StretchId> ids) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, tenant.value());
            statement.setString(2, tenant.value());
            statement.setArray(
                    3,
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
                PreparedStatement statement = connection.prepareStatement(FIND_ALL)) {
            statement.setString(1, tenant.value());
            statement.setString(2, tenant.value());
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
                String adaptation = row.getString(3);
                stretches.add(Stretch.of(
                        read(row.getString(1), StretchPublished.class),
                        row.getBoolean(2),
                        adaptation == null ? null : read(adaptation, StretchAdapted.class)));
            }
        }
        return stretches;
    }

    private static <T> T read(String definition, Class<T> type) {
        try {
            return EventJson.read(definition.getBytes(StandardCharsets.UTF_8), type);
        } catch (UndecodableEvent e) {
            throw new IllegalStateException("the read model holds what was never decodable", e);
        }
    }
}
