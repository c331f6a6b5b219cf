package io.limber.catalog.editing;

import com.fasterxml.jackson.databind.JsonNode;
import io.limber.catalog.stretch.Stretch;
import io.limber.kit.problem.Problem;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.CurrentTenant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a stretch said before: every revision that was ever in force. */
@Path("/v1/stretches/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("catalog:read")
@RunOnVirtualThread
@Tag(name = "Revisions", description = "What a stretch said before: every revision that was ever in force.")
@APIResponse(
        responseCode = "401",
        description = "No valid token.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "The token has no scope catalog:read or names no tenant.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "404",
        description = "There is no such stretch that the tenant may see, or no such revision.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class RevisionResource {
    private final Revisions revisions;
    private final CurrentTenant tenant;

    RevisionResource(Revisions revisions, CurrentTenant tenant) {
        this.revisions = revisions;
        this.tenant = tenant;
    }

    /** All of them, the latest first. */
    @Schema(requiredProperties = "items")
    public record RevisionList(List<Revisions.Revision> items) {}

    /** What changed. */
    @Schema(requiredProperties = {"from", "to", "changes"})
    public record RevisionDiff(int from, int to, List<Revisions.Change> changes) {}

    @GET
    @Path("/revisions")
    @Operation(operationId = "listRevisions", summary = "Which revisions of a stretch there were")
    @APIResponse(
            responseCode = "200",
            description = "All of them, the latest first.",
            content = @Content(schema = @Schema(implementation = RevisionList.class)))
    public RevisionList list(@PathParam("id") String id) {
        return new RevisionList(revisions.list(tenant.require(), id));
    }

    @GET
    @Path("/revisions/{revision}")
    @Operation(operationId = "getRevision", summary = "Read a stretch as it was in force")
    @APIResponse(
            responseCode = "200",
            description = "The document of that revision, in all its languages.",
            content = @Content(schema = @Schema(implementation = Stretch.class)))
    public JsonNode read(@PathParam("id") String id, @PathParam("revision") int revision) {
        return revisions.read(tenant.require(), id, revision);
    }

    @GET
    @Path("/diff")
    @Operation(operationId = "diffRevisions", summary = "What changed between two revisions")
    @APIResponse(
            responseCode = "200",
            description = "The differences, as in a JSON Patch (RFC 6902), with what was there before.",
            content = @Content(schema = @Schema(implementation = RevisionDiff.class)))
    public RevisionDiff diff(
            @PathParam("id") String id,
            @Parameter(required = true, description = "The earlier revision.") @QueryParam("from") @Nullable
                    Integer from,
            @Parameter(required = true, description = "The later revision.") @QueryParam("to") @Nullable Integer to) {
        int first = required("from", from);
        int second = required("to", to);
        return new RevisionDiff(first, second, revisions.diff(tenant.require(), id, first, second));
    }

    private static int required(String name, @Nullable Integer revision) {
        if (revision == null) {
            throw ProblemException.field(name, "is the number of a revision");
        }
        return revision;
    }
}
