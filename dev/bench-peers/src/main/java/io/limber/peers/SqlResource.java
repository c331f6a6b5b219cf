package io.limber.peers;

import io.agroal.api.AgroalDataSource;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Asks PostgreSQL each time and lets it make the JSON, as PostgREST does. Its table has the indexes that help. */
@Path("/sql/stretches")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@RunOnVirtualThread
public class SqlResource {
    private static final String ITEM = "SELECT view::text FROM stretch_view WHERE id = ?";
    private static final String LIST = """
            SELECT json_build_object('items', coalesce(json_agg(t.view ORDER BY t.id), '[]'))::text
              FROM (SELECT id, view FROM stretch_view
                     WHERE (?::text IS NULL OR regions @> ARRAY[?::text]) AND (?::text IS NULL OR kind = ?)
                     ORDER BY id LIMIT ?) t""";
    private static final String SEARCH = """
            SELECT json_build_object('items', coalesce(json_agg(t.view), '[]'))::text
              FROM (SELECT view FROM stretch_view, websearch_to_tsquery('english', ?) q
                     WHERE words @@ q ORDER BY ts_rank(words, q) DESC, id LIMIT ?) t""";

    private final AgroalDataSource dataSource;

    SqlResource(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @GET
    @Path("/{id}")
    public String item(@PathParam("id") String id) throws SQLException {
        return first(ITEM, statement -> statement.setString(1, id));
    }

    @GET
    public String list(
            @QueryParam("q") @Nullable String q,
            @QueryParam("region") @Nullable String region,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("limit") @DefaultValue("50") int limit)
            throws SQLException {
        if (q != null) {
            return first(SEARCH, statement -> {
                statement.setString(1, q);
                statement.setInt(2, limit);
            });
        }
        return first(LIST, statement -> {
            statement.setString(1, region);
            statement.setString(2, region);
            statement.setString(3, kind);
            statement.setString(4, kind);
            statement.setInt(5, limit);
        });
    }

    private interface Bind {
        void to(PreparedStatement statement) throws SQLException;
    }

    private String first(String sql, Bind bind) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind.to(statement);
            ResultSet row = statement.executeQuery();
            if (!row.next()) {
                throw new NotFoundException();
            }
            return row.getString(1);
        }
    }
}
