package io.limber.catalog.editing;

import io.limber.catalog.editing.Adaptations.Adapted;
import io.limber.catalog.editing.OwnStretches.Expected;
import io.limber.catalog.stretch.Wording;
import io.limber.kit.http.Cursor;
import io.limber.kit.http.Limit;
import io.limber.kit.http.Page;
import io.limber.kit.http.Preconditions;
import io.limber.kit.problem.Problem;
import io.limber.kit.tenancy.CurrentTenant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a tenant makes of global stretches, over HTTP. */
@Path("/v1/catalog/adaptations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("catalog:write")
@RunOnVirtualThread
@Tag(
        name = "Adaptations",
        description = "What a tenant makes of stretches of the global catalogue: hides them, says them in other words.")
@APIResponse(
        responseCode = "401",
        description = "No valid token.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "The token has no scope catalog:write or names no tenant.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class AdaptationResource {
    private final Adaptations adaptations;
    private final CurrentTenant tenant;
    private final CurrentActor actor;

    AdaptationResource(Adaptations adaptations, CurrentTenant tenant, CurrentActor actor) {
        this.adaptations = adaptations;
        this.tenant = tenant;
        this.actor = actor;
    }

    /** What the tenant makes of a stretch. */
    @Schema(description = "What the tenant makes of a stretch of the global catalogue.")
    public record AdaptStretch(
            @Schema(
                    description = "true: the tenant offers it to nobody. Its id goes on leading to it.",
                    defaultValue = "false")
            @Nullable
            Boolean hidden,

            @Schema(
                    description =
                            "Other words, by language; what is left out stays as it is. Cautions and the reasons of"
                                    + " contraindications are not among it.",
                    nullable = true)
            @Nullable
            Map<String, Wording> wording) {}

    /** As it is now. */
    @Schema(
            name = "Adaptation",
            requiredProperties = {"id", "version", "hidden", "wording"})
    public record AdaptationView(
            String id,

            @Schema(description = "0 when the tenant never made anything of it.")
            long version,

            boolean hidden,
            Map<String, Wording> wording,
            @Schema(nullable = true) @Nullable Instant changedAt) {
        static AdaptationView of(Adapted adapted) {
            return new AdaptationView(
                    adapted.id(), adapted.version(), adapted.hidden(), adapted.wording(), adapted.changedAt());
        }
    }

    @GET
    @Operation(operationId = "listAdaptations", summary = "Which stretches the tenant has hidden or reworded")
    @APIResponse(
            responseCode = "200",
            description = "A page in the order of their ids.",
            content = @Content(schema = @Schema(implementation = AdaptationPage.class)))
    public Response list(
            @Parameter(description = "Most items of a page.") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "Value of 'next' of the page before.") @QueryParam("cursor") @Nullable
                    String cursor,
            @Context UriInfo uri) {
        int most = Limit.of(limit);
        List<Adapted> found =
                adaptations.list(tenant.require(), Cursor.decode(cursor).orElse(""), most + 1);
        return Page.of(found, most, Adapted::id).map(AdaptationView::of).answer(uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAdaptation", summary = "Read what the tenant makes of a stretch")
    @APIResponse(
            responseCode = "200",
            description = "It, with its version in the ETag; version 0 when there is nothing.",
            content = @Content(schema = @Schema(implementation = AdaptationView.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such global stretch.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response read(@PathParam("id") String id) {
        return answer(adaptations.read(tenant.require(), id));
    }

    @PUT
    @Path("/{id}")
    @Operation(
            operationId = "adaptStretch",
            summary = "Hide a stretch of the global catalogue, or say it in other words",
            description = "Replaces what was there. Readers see it within a second.")
    @APIResponse(
            responseCode = "200",
            description = "It, as it is now.",
            content = @Content(schema = @Schema(implementation = AdaptationView.class)))
    @APIResponse(
            responseCode = "412",
            description = "It has changed since it was read: stale-version.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response put(
            @PathParam("id") String id,
            @Parameter(description = "The ETag that was read; of one that was never adapted \"v0\".", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @NotNull AdaptStretch command) {
        return answer(adaptations.put(
                tenant.require(),
                actor.get(),
                id,
                Boolean.TRUE.equals(command.hidden()),
                command.wording() == null ? Map.of() : command.wording(),
                Expected.of(ifMatch)));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "removeAdaptation", summary = "Show a stretch as everybody sees it again")
    @APIResponse(responseCode = "204", description = "Done.")
    public Response remove(
            @PathParam("id") String id,
            @Parameter(description = "The ETag that was read.", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch) {
        var unused = adaptations.put(tenant.require(), actor.get(), id, false, Map.of(), Expected.of(ifMatch));
        return Response.noContent().build();
    }

    private static Response answer(Adapted adapted) {
        return Response.ok(AdaptationView.of(adapted))
                .header(HttpHeaders.ETAG, Preconditions.etag(adapted.version()))
                .build();
    }

    /** For the API description only. */
    @Schema(name = "AdaptationPage", requiredProperties = "items")
    private record AdaptationPage(
            List<AdaptationView> items,
            @Schema(nullable = true) @Nullable String next) {}
}
