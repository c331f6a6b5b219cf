package io.limber.reminder.webhook;

import io.agroal.api.AgroalDataSource;
import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.webhook.sending.WebhookSecretKey;
import io.limber.reminder.webhook.sending.WebhookTarget;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Endpoints as delivery needs them: across tenants, many at a time, on the loop role. */
@ApplicationScoped
public class WebhookDirectory {
    private static final String ACTIVE =
            "SELECT tenant, id FROM webhook_endpoint WHERE tenant = ANY (?) AND state = 'ACTIVE' ORDER BY id";
    private static final String TARGETS = """
            SELECT e.id, e.url, s.sealed
            FROM webhook_endpoint e JOIN webhook_secret s ON s.endpoint_id = e.id
            WHERE e.id = ANY (?) AND e.state = 'ACTIVE' AND (s.expires_at IS NULL OR s.expires_at > ?)
            ORDER BY e.id, s.created_at DESC, s.id DESC""";

    private final AgroalDataSource loop;
    private final SecretVault vault;

    WebhookDirectory(@DataSource("loop") AgroalDataSource loop, SecretVault vault) {
        this.loop = loop;
        this.vault = vault;
    }

    /** In the caller's transaction; tenants without an active endpoint are not in the answer. */
    public Map<TenantId, List<UUID>> activeAcrossTenants(Connection connection, Set<TenantId> tenants)
            throws SQLException {
        Map<TenantId, List<UUID>> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(ACTIVE)) {
            Object[] names = tenants.stream().map(TenantId::value).toArray();
            statement.setArray(1, connection.createArrayOf("text", names));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(new TenantId(row.getString(1)), unseen -> new ArrayList<>())
                            .add(row.getObject(2, UUID.class));
                }
            }
        }
        return found;
    }

    /** With every secret valid at {@code now}. What was removed or disabled meanwhile is not in the answer. */
    public Map<UUID, WebhookTarget> targetsAcrossTenants(Collection<UUID> ids, Instant now) throws SQLException {
        Map<UUID, String> urls = new HashMap<>();
        Map<UUID, List<WebhookSecretKey>> keys = new HashMap<>();
        try (Connection connection = loop.getConnection();
                PreparedStatement statement = connection.prepareStatement(TARGETS)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject(1, UUID.class);
                    urls.put(id, row.getString(2));
                    keys.computeIfAbsent(id, unseen -> new ArrayList<>())
                            .add(vault.open(new EndpointId(id), row.getString(3)));
                }
            }
        }
        Map<UUID, WebhookTarget> targets = new HashMap<>();
        urls.forEach((id, url) -> targets.put(id, new WebhookTarget(url, keys.getOrDefault(id, List.of()))));
        return targets;
    }
}
