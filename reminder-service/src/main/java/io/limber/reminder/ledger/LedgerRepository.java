package io.limber.reminder.ledger;

import io.agroal.api.AgroalDataSource;
import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads a tenant's ledger in the caller's transaction on the app role. */
@ApplicationScoped
class LedgerRepository {
    // One statement, so both sides are of one moment.
    private static final String DAYS = """
            SELECT day, sum(planned), sum(emitted), sum(dropped), sum(merged) FROM (
                   SELECT tenant, day, planned, 0 AS emitted, dropped, merged FROM ledger_planned
                    UNION ALL
                   SELECT tenant, day, 0, emitted, 0, 0 FROM ledger_emitted) AS l
             WHERE tenant = ? AND day BETWEEN ? AND ? GROUP BY day ORDER BY day""";

    private final AgroalDataSource app;

    LedgerRepository(AgroalDataSource app) {
        this.app = app;
    }

    /** Days on which something was due, in order. */
    List<LedgerDay> days(TenantId tenant, LocalDate from, LocalDate until) {
        try (Connection connection = app.getConnection();
                PreparedStatement statement = connection.prepareStatement(DAYS)) {
            statement.setString(1, tenant.value());
            statement.setObject(2, from);
            statement.setObject(3, until);
            List<LedgerDay> days = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    days.add(LedgerDay.of(
                            row.getObject(1, LocalDate.class),
                            row.getLong(2),
                            row.getLong(3),
                            new LedgerDay.Missed(row.getLong(4), row.getLong(5))));
                }
            }
            return days;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
