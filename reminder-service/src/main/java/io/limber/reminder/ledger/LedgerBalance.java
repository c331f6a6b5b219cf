package io.limber.reminder.ledger;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Samples the ledger's difference over all tenants; alert when it stays above zero. Also forgets old days. */
@ApplicationScoped
public class LedgerBalance {
    private static final Logger LOG = Logger.getLogger(LedgerBalance.class);
    private static final int DAYS = 3;
    private static final int SWEEP_EVERY = 60;

    // Each tenant's day for itself: what one lacks and another has too many must not cancel out.
    private static final String DIFFERENCE = """
            SELECT coalesce(sum(abs(difference)), 0) FROM (
                   SELECT sum(n) AS difference FROM (
                          SELECT tenant, day, planned - dropped - merged AS n FROM ledger_planned WHERE day >= ?
                           UNION ALL
                          SELECT tenant, day, -emitted FROM ledger_emitted WHERE day >= ?) AS both_sides
                    GROUP BY tenant, day) AS days""";

    private final AgroalDataSource loop;
    private final LedgerConfig config;
    private final Clock clock;
    private volatile long difference;
    private final CountDownLatch stopping = new CountDownLatch(1);

    LedgerBalance(@DataSource("loop") AgroalDataSource loop, LedgerConfig config, Clock clock, MeterRegistry metrics) {
        this.loop = loop;
        this.config = config;
        this.clock = clock;
        metrics.gauge("limber.ledger.difference", this, own -> own.difference);
    }

    void onStart(@Observes StartupEvent event) {
        Thread.ofVirtual().name("ledger-balance").start(this::run);
    }

    void onStop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    private void run() {
        try {
            for (int round = 0; !stopping.await(config.sample().toMillis(), TimeUnit.MILLISECONDS); round++) {
                try {
                    sample();
                    if (round % SWEEP_EVERY == 0) {
                        sweep();
                    }
                } catch (SQLException | RuntimeException e) {
                    LOG.debugf(e, "Ledger not sampled");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reminders that one side of the ledger has and the other has not, over the last days. */
    long sample() throws SQLException {
        LocalDate from = today().minusDays(DAYS);
        try (Connection connection = loop.getConnection();
                PreparedStatement statement = connection.prepareStatement(DIFFERENCE)) {
            statement.setObject(1, from);
            statement.setObject(2, from);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                difference = row.getLong(1);
                return difference;
            }
        }
    }

    /** Forgets the days that need not be kept. */
    void sweep() throws SQLException {
        LocalDate before = today().minusDays(config.keep().toDays());
        try (Connection connection = loop.getConnection()) {
            delete(connection, "DELETE FROM ledger_planned WHERE day < ?", before);
            delete(connection, "DELETE FROM ledger_emitted WHERE day < ?", before);
        }
    }

    private static void delete(Connection connection, String sql, LocalDate before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, before);
            statement.executeUpdate();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
