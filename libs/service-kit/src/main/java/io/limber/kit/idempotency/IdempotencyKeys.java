package io.limber.kit.idempotency;

import io.agroal.api.AgroalDataSource;
import io.limber.kit.tenancy.TenantId;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** The table of stored answers. All but {@link #deleteExpiredAcrossTenants} run in the caller's transaction. */
@ApplicationScoped
public class IdempotencyKeys {
    // Held until the transaction ends: a second request with the same key is told to wait instead of queueing behind
    // it.
    private static final String LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0))";
    private static final String FIND = """
            SELECT fingerprint, status, location, etag, body FROM idempotency_key
            WHERE tenant = ? AND key = ? AND expires_at > ?""";
    private static final String STORE = """
            INSERT INTO idempotency_key (tenant, key, fingerprint, status, location, etag, body, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String FORGET = "DELETE FROM idempotency_key WHERE tenant = ? AND key = ?";
    private static final String EXPIRE = "DELETE FROM idempotency_key WHERE expires_at <= ?";

    private final AgroalDataSource app;
    private final AgroalDataSource loop;

    IdempotencyKeys(AgroalDataSource app, @DataSource("loop") AgroalDataSource loop) {
        this.app = app;
        this.loop = loop;
    }

    boolean lock(TenantId tenant, String key) {
        try (Connection connection = app.getConnection();
                PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, tenant.value() + "\n" + key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Optional<StoredAnswer> find(TenantId tenant, String key, Instant now) {
        try (Connection connection = app.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, tenant.value());
            statement.setString(2, key);
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new StoredAnswer(
                                row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void store(TenantId tenant, String key, StoredAnswer answer, Instant expiresAt) {
        try (Connection connection = app.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET);
                PreparedStatement store = connection.prepareStatement(STORE)) {
            // An expired answer may still lie there.
            forget.setString(1, tenant.value());
            forget.setString(2, key);
            forget.executeUpdate();
            store.setString(1, tenant.value());
            store.setString(2, key);
            store.setString(3, answer.fingerprint());
            store.setInt(4, answer.status());
            store.setString(5, answer.location());
            store.setString(6, answer.etag());
            store.setString(7, answer.body());
            store.setObject(8, expiresAt.atOffset(ZoneOffset.UTC));
            store.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Housekeeping; returns how many went. */
    public int deleteExpiredAcrossTenants(Instant now) {
        try (Connection connection = loop.getConnection();
                PreparedStatement statement = connection.prepareStatement(EXPIRE)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
