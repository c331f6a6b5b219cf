package io.limber.catalog.editing;

import io.limber.catalog.editing.OwnStretches.Expected;
import io.limber.kit.http.Cursor;
import io.limber.kit.http.Limit;
import io.limber.kit.http.Page;
import io.limber.kit.http.Preconditions;
import io.limber.kit.idempotency.Answer;
import io.limber.kit.idempotency.Idempotency;
import io.limber.kit.problem.Problem;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.CurrentTenant;
import io.limber.kit.tenancy.TenantId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A tenant's own stretches over HTTP, to work on. Readers find what is published among {@code /v1/stretches}. */
@Path("/v1/catalog/stretches")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("catalog:write")
@RunOnVirtualThread
@Tag(name = "Own stretches", description = "Stretches of the tenant's own: draft, edit, publish, retire.")
@APIResponse(
        responseCode = "401",
        description = "No valid token.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "The token has no scope catalog:write or names no tenant.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class OwnStretchResource {
    private static final String PATH = "/v1/catalog/stretches";

    private final OwnStretches stretches;
    private final CurrentTenant tenant;
    private final CurrentActor actor;
    private final Idempotency idempotency;

    OwnStretchResource(OwnStretches stretches, CurrentTenant tenant, CurrentActor actor, Idempotency idempotency) {
        this.stretches = stretches;
        this.tenant = tenant;
        this.actor = actor;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(operationId = "listOwnStretches", summary = "Which stretches of its own the tenant has, drafts included")
    @APIResponse(
            responseCode = "200",
            description = "A page in the order of their ids.",
            content = @Content(schema = @Schema(implementation = OwnStretchPage.class)))
    public Response list(
            @Parameter(description = "Most items of a page.") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "Value of 'next' of the page before.") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        int most = Limit.of(limit);
        List<OwnStretch> found =
                stretches.list(tenant.require(), Cursor.decode(cursor).orElse(""), most + 1);
        return Page.of(found, most, OwnStretch::id).map(OwnStretchView::of).answer(uri);
    }

    @POST
    @Operation(
            operationId = "draftStretch",
            summary = "Draft a stretch",
            description = "Anything but the id may be missing yet. Nobody sees it before it is published.")
    @APIResponse(
            responseCode = "201",
            description = "The draft.",
            content = @Content(schema = @Schema(implementation = OwnStretchView.class)))
    @APIResponse(
            responseCode = "409",
            description = "The id is in use, or was once: id-taken.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response draft(@HeaderParam("Idempotency-Key") @Nullable String key, @NotNull StretchDraft draft) {
        TenantId owner = tenant.require();
        Actor who = actor.get();
        return idempotency.answer(owner, key, "POST " + PATH, draft, () -> {
            OwnStretch own = stretches.draft(owner, who, draft);
            return new Answer(
                    201,
                    UriBuilder.fromPath(PATH + "/{id}").build(own.id()),
                    Preconditions.etag(own.version()),
                    OwnStretchView.of(own));
        });
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getOwnStretch", summary = "Read an own stretch as it is worked on")
    @APIResponse(
            responseCode = "200",
            description = "The stretch, with its version in the ETag.",
            content = @Content(schema = @Schema(implementation = OwnStretchView.class)))
    @APIResponse(
            responseCode = "404",
            description = "The tenant has none of this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response read(@PathParam("id") String id) {
        return answer(stretches.read(tenant.require(), id));
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "editStretch",
            summary = "Replace the draft",
            description = "Of a published stretch it becomes the next revision, once it is published.")
    @APIResponse(
            responseCode = "200",
            description = "The stretch.",
            content = @Content(schema = @Schema(implementation = OwnStretchView.class)))
    @APIResponse(
            responseCode = "412",
            description = "It has changed since it was read: stale-version.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response edit(
            @PathParam("id") String id,
            @Parameter(description = "The ETag that was read.", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @NotNull StretchDraft draft) {
        if (!id.equals(draft.id())) {
            throw ProblemException.field("/id", "must be '" + id + "', as in the path");
        }
        return answer(stretches.edit(tenant.require(), actor.get(), draft, Expected.of(ifMatch)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            operationId = "discardDraft",
            summary = "Give up the draft",
            description = "What was published stays as it is. A stretch that was never published is gone then.")
    @APIResponse(responseCode = "204", description = "Done.")
    public Response discard(
            @PathParam("id") String id,
            @Parameter(description = "The ETag that was read.", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch) {
        stretches.discard(tenant.require(), actor.get(), id, Expected.of(ifMatch));
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}:publish")
    @Operation(
            operationId = "publishStretch",
            summary = "Put the draft in force",
            description =
                    "It is checked like a stretch of the global catalogue: everything is there, codes are known, and the"
                            + " contraindications follow from the movement classes. Readers see it within a second.")
    @APIResponse(
            responseCode = "200",
            description = "The stretch, published.",
            content = @Content(schema = @Schema(implementation = OwnStretchView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "Nothing has changed (nothing-to-publish), it is retired (stretch-retired), an id leads elsewhere (id-taken), or"
                            + " the tenant has as many as it may (too-many-stretches).",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "Fields are missing or wrong: not-publishable names each.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response publish(
            @PathParam("id") String id,
            @Parameter(description = "The ETag that was read.", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch) {
        return answer(stretches.publish(tenant.require(), actor.get(), id, Expected.of(ifMatch)));
    }

    /**
     * @param replacedBy null when there is no other to do instead
     */
    @Schema(description = "Offers a stretch to nobody any more.")
    public record RetireStretch(
            @Schema(description = "Id of the stretch to do instead.", nullable = true) @Nullable
            String replacedBy) {}

    @POST
    @Path("/{id}:retire")
    @Operation(
            operationId = "retireStretch",
            summary = "Offer it to nobody any more",
            description = "For good. Its id goes on leading to it, so that routines made of it stay readable.")
    @APIResponse(
            responseCode = "200",
            description = "The stretch, retired.",
            content = @Content(schema = @Schema(implementation = OwnStretchView.class)))
    public Response retire(
            @PathParam("id") String id,
            @Parameter(description = "The ETag that was read.", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @NotNull RetireStretch command) {
        return answer(stretches.retire(tenant.require(), actor.get(), id, command.replacedBy(), Expected.of(ifMatch)));
    }

    private static Response answer(OwnStretch own) {
        return Response.ok(OwnStretchView.of(own))
                .header(HttpHeaders.ETAG, Preconditions.etag(own.version()))
                .build();
    }

    /** For the API description only. */
    @Schema(name = "OwnStretchPage", requiredProperties = "items")
    private record OwnStretchPage(
            List<OwnStretchView> items,
            @Schema(nullable = true) @Nullable String next) {}
}
