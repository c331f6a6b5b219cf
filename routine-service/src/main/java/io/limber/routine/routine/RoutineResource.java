package io.limber.routine.routine;

import io.limber.kit.http.Limit;
import io.limber.kit.http.Page;
import io.limber.kit.idempotency.Answer;
import io.limber.kit.idempotency.Idempotency;
import io.limber.kit.problem.Problem;
import io.limber.kit.tenancy.CurrentTenant;
import io.limber.kit.tenancy.TenantId;
import io.limber.routine.EntityTags;
import io.limber.routine.IdCursor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Routines over HTTP. */
@Path("/v1/routines")
@Tag(name = "routines", description = "Stretches in order, each with its dose")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@APIResponse(
        responseCode = "4XX",
        description = "A problem that says what to fix",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class RoutineResource {
    private static final String OUTSIDE =
            "'unknown-reference': a stretch is not in the catalogue; 'dose-out-of-limits': a dose is outside its range";
    private static final String NOT_READY = "'catalog-not-ready': the catalogue has not arrived yet, see Retry-After";

    private final Routines routines;
    private final Idempotency idempotency;
    private final CurrentTenant tenant;

    RoutineResource(Routines routines, Idempotency idempotency, CurrentTenant tenant) {
        this.routines = routines;
        this.idempotency = idempotency;
        this.tenant = tenant;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("routines:write")
    @Operation(
            operationId = "composeRoutine",
            summary = "Compose a routine",
            description = "Dose fields that are left out become the stretch's default. Names and sides are those of the"
                    + " catalogue at this moment, the tenant's own words first.")
    @APIResponse(
            responseCode = "201",
            description = "Composed",
            content = @Content(schema = @Schema(implementation = RoutineView.class)))
    @APIResponse(
            responseCode = "422",
            description = OUTSIDE,
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = NOT_READY,
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response compose(
            @Parameter(description = "Makes the request repeatable for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @Valid @NotNull ComposeRoutine command) {
        TenantId caller = tenant.require();
        return idempotency.answer(caller, key, "POST /v1/routines", command, () -> {
            RoutineView routine = routines.compose(caller, command);
            return Answer.created("/v1/routines/" + routine.id(), routine.version(), routine);
        });
    }

    @GET
    @Path("/{routineId}")
    @RolesAllowed("routines:read")
    @Operation(operationId = "readRoutine", summary = "A routine")
    @APIResponse(
            responseCode = "200",
            description = "The routine",
            content = @Content(schema = @Schema(implementation = RoutineView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the ETag in If-None-Match")
    public Response read(
            @PathParam("routineId") RoutineId id,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        RoutineView routine = routines.require(tenant.require(), id);
        return EntityTags.read(ifNoneMatch, routine.version(), routine);
    }

    @GET
    @RolesAllowed("routines:read")
    @Operation(operationId = "listRoutines", summary = "All routines, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of routines",
            content = @Content(schema = @Schema(implementation = RoutinePage.class)))
    public Response list(
            @Parameter(description = "1 to 200; 50 when left out") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "'next' of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int size = Limit.of(limit);
        List<RoutineView> found = routines.list(tenant.require(), IdCursor.decode(cursor, RoutineId::fromString), size);
        return Page.of(found, size, routine -> routine.id().toString()).answer(uri);
    }

    @PUT
    @Path("/{routineId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("routines:write")
    @Operation(
            operationId = "recomposeRoutine",
            summary = "Replace a routine",
            description =
                    "Plans that have not ended show the new content from now on. Refused with 'routine-clashes' when"
                            + " it does not suit somebody whose active plan uses it.")
    @APIResponse(
            responseCode = "200",
            description = "Replaced",
            content = @Content(schema = @Schema(implementation = RoutineView.class)))
    @APIResponse(
            responseCode = "409",
            description = "'routine-clashes', with 'plans': ids of active plans it does not suit",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = OUTSIDE,
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "503",
            description = NOT_READY,
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response recompose(
            @PathParam("routineId") RoutineId id,
            @Parameter(description = "ETag of what is replaced", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @Valid @NotNull ComposeRoutine command) {
        RoutineView routine = routines.recompose(tenant.require(), id, ifMatch, command);
        return EntityTags.changed(routine.version(), routine);
    }

    @DELETE
    @Path("/{routineId}")
    @RolesAllowed("routines:write")
    @Operation(operationId = "removeRoutine", summary = "Remove a routine that no plan uses any more")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(
            responseCode = "409",
            description = "'routine-in-use': a plan that has not ended uses it",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response remove(
            @PathParam("routineId") RoutineId id,
            @Parameter(description = "ETag of what is removed", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch) {
        routines.remove(tenant.require(), id, ifMatch);
        return Response.noContent().build();
    }

    @Schema(
            name = "PageOfRoutines",
            requiredProperties = {"items", "next"})
    private record RoutinePage(
            List<RoutineView> items,
            @Schema(nullable = true) @Nullable String next) {}
}
