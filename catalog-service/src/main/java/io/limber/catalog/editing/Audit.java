package io.limber.catalog.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.limber.catalog.document.DocumentJson;
import io.limber.kit.tenancy.TenantId;
import io.limber.kit.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who changed what and when, written in the transaction of the change; rows are only ever added. */
@ApplicationScoped
public class Audit {
    private static final String ADD = """
            INSERT INTO audit (tenant, id, at, actor, action, subject, detail) VALUES (?, ?, ?, ?, ?, ?, ?::jsonb)""";
    private static final String LIST = """
            SELECT id, at, actor, action, subject, detail::text FROM audit
             WHERE tenant = ? AND id < ? AND (?::text IS NULL OR subject = ?) ORDER BY id DESC LIMIT ?""";
    private static final UUID BEHIND_ALL = new UUID(-1, -1);

    private final AgroalDataSource dataSource;
    private final Clock clock;

    Audit(AgroalDataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** What was done. */
    public enum Action {
        DRAFTED,
        EDITED,
        DISCARDED,
        PUBLISHED,
        RETIRED,
        ADAPTED
    }

    /**
     * @param subject id of the stretch
     */
    public record Entry(UUID id, Instant at, String actor, Action action, String subject, JsonNode detail) {}

    static ObjectNode detail() {
        return JsonNodeFactory.instance.objectNode();
    }

    void add(TenantId tenant, Actor actor, Action action, String subject, ObjectNode detail) {
        Instant now = clock.instant();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADD)) {
            statement.setString(1, tenant.value());
            statement.setObject(2, Ids.next(now));
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            statement.setString(4, actor.name());
            statement.setString(5, action.name());
            statement.setString(6, subject);
            statement.setString(7, detail.toString());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The latest first, behind {@code after}. */
    List<Entry> list(TenantId tenant, Optional<String> subject, Optional<UUID> after, int most) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setString(1, tenant.value());
            statement.setObject(2, after.orElse(BEHIND_ALL));
            statement.setString(3, subject.orElse(null));
            statement.setString(4, subject.orElse(null));
            statement.setInt(5, most);
            List<Entry> entries = new ArrayList<>();
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                entries.add(new Entry(
                        row.getObject(1, UUID.class),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        Action.valueOf(row.getString(4)),
                        row.getString(5),
                        DocumentJson.parse(row.getString(6))));
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
