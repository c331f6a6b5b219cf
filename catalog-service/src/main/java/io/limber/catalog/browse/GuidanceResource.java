package io.limber.catalog.guidance;

import io.limber.catalog.answer.ConditionalAnswer;
import io.limber.kit.problem.Problem;
import io.limber.kit.tenancy.CurrentTenant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Guidance over HTTP, to read. */
@Path("/v1/guidance")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("catalog:read")
@RunOnVirtualThread
@Tag(name = "Guidance", description = "General rules, warning signs, when not to stretch, moves left out, sleep.")
@APIResponse(
        responseCode = "401",
        description = "No valid token.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "The token has no scope catalog:read or names no tenant.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class GuidanceResource {
    private final GuidancePages pages;
    private final CurrentTenant tenant;
    private final ConditionalAnswer answer;

    GuidanceResource(GuidancePages pages, CurrentTenant tenant, ConditionalAnswer answer) {
        this.pages = pages;
        this.tenant = tenant;
        this.answer = answer;
    }

    @GET
    @Operation(operationId = "listGuidance", summary = "Read all guidance")
    @APIResponse(
            responseCode = "200",
            description = "Every page, complete.",
            content = @Content(schema = @Schema(implementation = GuidanceList.class)))
    @APIResponse(responseCode = "304", description = "Nothing changed since the answer whose ETag was sent.")
    public Response list(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return answer.of(new GuidanceList(pages.all(tenant.require()), null), ifNoneMatch);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getGuidance", summary = "Read a page of guidance")
    @APIResponse(
            responseCode = "200",
            description = "The page.",
            content = @Content(schema = @Schema(implementation = Guidance.class)))
    @APIResponse(responseCode = "304", description = "Nothing changed since the answer whose ETag was sent.")
    @APIResponse(
            responseCode = "404",
            description = "There is none with this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response read(
            @Parameter(example = "red-flags") @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return answer.of(pages.require(tenant.require(), id), ifNoneMatch);
    }
}
