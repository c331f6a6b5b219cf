package io.limber.kit.tenancy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.TransactionScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The second wall: the first statement of every transaction tells PostgreSQL whose rows it may touch. The setting is
 * local to the transaction, so a pooled connection never carries it to the next user. Without a tenant nothing is set
 * and row-level security shows no row.
 */
@ApplicationScoped
public class TenantTransactions {
    private static final String SET_TENANT = "SELECT set_config('app.tenant', ?, true)";

    private final AgroalDataSource dataSource;
    private final CurrentTenant tenant;

    TenantTransactions(AgroalDataSource dataSource, CurrentTenant tenant) {
        this.dataSource = dataSource;
        this.tenant = tenant;
    }

    void begin(@Observes @Initialized(TransactionScoped.class) Object transaction) throws SQLException {
        if (!Arc.container().requestContext().isActive()) {
            return;
        }
        Optional<TenantId> current = tenant.find();
        if (current.isPresent()) {
            // Agroal hands out the transaction's own connection, which every later statement of it uses too.
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement statement = connection.prepareStatement(SET_TENANT)) {
                statement.setString(1, current.get().value());
                statement.execute();
            }
        }
    }
}
