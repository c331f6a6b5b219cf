package io.limber.catalog.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.flipkart.zjsonpatch.DiffFlags;
import com.flipkart.zjsonpatch.JsonDiff;
import io.agroal.api.AgroalDataSource;
import io.limber.catalog.document.DocumentJson;
import io.limber.catalog.snapshot.Snapshots;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every revision of a stretch that was ever in force, the tenant's own and everybody's. */
@ApplicationScoped
public class Revisions {
    private static final String LIST = """
            SELECT revision, loaded_at, actor FROM document_revision
             WHERE tenant = ? AND collection = 'stretch' AND id = ? ORDER BY revision DESC""";
    private static final String FIND = """
            SELECT document::text FROM document_revision
             WHERE tenant = ? AND collection = 'stretch' AND id = ? AND revision = ?""";
    private static final String EVERYBODY = "*";

    private final AgroalDataSource dataSource;
    private final Snapshots snapshots;

    Revisions(AgroalDataSource dataSource, Snapshots snapshots) {
        this.dataSource = dataSource;
        this.snapshots = snapshots;
    }

    /**
     * @param actor who published it; null for what comes with the service
     */
    public record Revision(
            int revision, Instant publishedAt, @Nullable String actor) {}

    /**
     * One difference, as in a JSON Patch (RFC 6902), with what was there before.
     *
     * @param op add, remove or replace
     */
    public record Change(
            String op,
            String path,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    /**
     * The latest first.
     *
     * @throws ProblemException 404 when the id leads to no stretch that the tenant may see
     */
    @Transactional
    public List<Revision> list(TenantId tenant, String id) {
        Key key = key(tenant, id);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(LIST)) {
            statement.setString(1, key.owner);
            statement.setString(2, key.id);
            List<Revision> revisions = new ArrayList<>();
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                revisions.add(new Revision(
                        row.getInt(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3)));
            }
            return revisions;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The document as it was in force.
     *
     * @throws ProblemException 404 when there is no such revision
     */
    @Transactional
    public JsonNode read(TenantId tenant, String id, int revision) {
        Key key = key(tenant, id);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, key.owner);
            statement.setString(2, key.id);
            statement.setInt(3, revision);
            ResultSet row = statement.executeQuery();
            if (!row.next()) {
                throw ProblemException.notFound("revision of '" + id + "'", Integer.toString(revision));
            }
            JsonNode document = DocumentJson.parse(row.getString(1));
            return Drafts.withRevision(Drafts.canonical(document), revision);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What changed from one revision to another. */
    @Transactional
    public List<Change> diff(TenantId tenant, String id, int from, int to) {
        JsonNode before = read(tenant, id, from);
        JsonNode after = read(tenant, id, to);
        List<Change> changes = new ArrayList<>();
        for (JsonNode step : JsonDiff.asJson(
                before,
                after,
                EnumSet.of(
                        DiffFlags.OMIT_MOVE_OPERATION,
                        DiffFlags.OMIT_COPY_OPERATION,
                        DiffFlags.ADD_ORIGINAL_VALUE_ON_REPLACE))) {
            String op = step.path("op").asText();
            JsonNode value = step.get("value");
            changes.add(new Change(
                    op,
                    step.path("path").asText(),
                    op.equals("remove") ? value : step.get("fromValue"),
                    op.equals("remove") ? null : value));
        }
        return changes;
    }

    private Key key(TenantId tenant, String id) {
        var shown = snapshots.of(tenant).require(id);
        return new Key(shown.own() ? tenant.value() : EVERYBODY, shown.stretch().id());
    }

    private record Key(String owner, String id) {}
}
