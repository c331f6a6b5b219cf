package io.limber.catalog.editing;

import io.limber.kit.http.Cursor;
import io.limber.kit.http.Limit;
import io.limber.kit.http.Page;
import io.limber.kit.problem.Problem;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.CurrentTenant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who changed what of the tenant's catalogue, over HTTP. */
@Path("/v1/catalog/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("catalog:write")
@RunOnVirtualThread
@Tag(name = "Audit", description = "Who changed what of the tenant's catalogue, and when.")
@APIResponse(
        responseCode = "401",
        description = "No valid token.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "The token has no scope catalog:write or names no tenant.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class AuditResource {
    private final AuditTrail trail;
    private final CurrentTenant tenant;

    AuditResource(AuditTrail trail, CurrentTenant tenant) {
        this.trail = trail;
        this.tenant = tenant;
    }

    @GET
    @Operation(operationId = "listAudit", summary = "Who changed what, the latest first")
    @APIResponse(
            responseCode = "200",
            description = "A page, the latest first.",
            content = @Content(schema = @Schema(implementation = AuditPage.class)))
    public Response list(
            @Parameter(description = "Only of this stretch.") @QueryParam("stretch") @Nullable String stretch,
            @Parameter(description = "Most items of a page.") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "Value of 'next' of the page before.") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        int most = Limit.of(limit);
        if (stretch != null && !Drafts.isId(stretch)) {
            throw ProblemException.field("stretch", "is the id of a stretch");
        }
        Optional<UUID> after = Cursor.decode(cursor).map(AuditResource::id);
        List<Audit.Entry> found = trail.read(tenant.require(), Optional.ofNullable(stretch), after, most + 1);
        return Page.of(found, most, entry -> entry.id().toString()).answer(uri);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.field("cursor", "is not a cursor of this list");
        }
    }

    /** For the API description only. */
    @Schema(name = "AuditPage", requiredProperties = "items")
    private record AuditPage(
            List<Audit.Entry> items,
            @Schema(nullable = true) @Nullable String next) {}
}
