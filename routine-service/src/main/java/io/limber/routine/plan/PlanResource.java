package io.limber.routine.plan;

import io.limber.kit.http.Limit;
import io.limber.kit.http.Page;
import io.limber.kit.idempotency.Answer;
import io.limber.kit.idempotency.Idempotency;
import io.limber.kit.problem.Problem;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.CurrentTenant;
import io.limber.kit.tenancy.TenantId;
import io.limber.routine.EntityTags;
import io.limber.routine.IdCursor;
import io.limber.routine.person.PersonId;
import io.limber.routine.safety.Clash;
import io.limber.routine.schedule.Preview;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Plans over HTTP. */
@Path("/v1/plans")
@Tag(name = "plans", description = "Who does which routine when")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@APIResponse(
        responseCode = "4XX",
        description = "A problem that says what to fix",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class PlanResource {
    private static final int MOST_PREVIEWED = 100;

    private final Plans plans;
    private final Idempotency idempotency;
    private final CurrentTenant tenant;

    PlanResource(Plans plans, Idempotency idempotency, CurrentTenant tenant) {
        this.plans = plans;
        this.idempotency = idempotency;
        this.tenant = tenant;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("routines:write")
    @Operation(
            operationId = "createPlan",
            summary = "Plan a routine for a person",
            description =
                    "Refused with 'plan-contraindicated' when one of the person's exclusions speaks against a stretch:"
                            + " 'clashes' names the stretch, the code, the reason and a stretch that would fit instead. What only"
                            + " asks for a changed form is allowed and listed as 'advice'.")
    @APIResponse(
            responseCode = "201",
            description = "Planned; the schedule is published",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(
            responseCode = "422",
            description = "'unknown-reference', 'schedule-unusable', 'schedule-never-fires' or 'plan-contraindicated'",
            content =
                    @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Contraindicated.class)))
    public Response create(
            @Parameter(description = "Makes the request repeatable for 24 hours")
                    @HeaderParam("Idempotency-Key")
                    @Nullable
                    String key,
            @Valid @NotNull CreatePlan command) {
        TenantId caller = tenant.require();
        return idempotency.answer(caller, key, "POST /v1/plans", command, () -> {
            PlanView plan = plans.create(caller, command);
            return Answer.created("/v1/plans/" + plan.id(), plan.version(), plan);
        });
    }

    @GET
    @Path("/{planId}")
    @RolesAllowed("routines:read")
    @Operation(operationId = "readPlan", summary = "A plan")
    @APIResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the ETag in If-None-Match")
    public Response read(
            @PathParam("planId") PlanId id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        PlanView plan = plans.require(tenant.require(), id);
        return EntityTags.read(ifNoneMatch, plan.version(), plan);
    }

    @GET
    @RolesAllowed("routines:read")
    @Operation(operationId = "listPlans", summary = "Plans, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "A page of plans",
            content = @Content(schema = @Schema(implementation = PlanPage.class)))
    public Response list(
            @Parameter(description = "Only this person's") @QueryParam("personId") @Nullable String personId,
            @Parameter(description = "1 to 200; 50 when left out") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "'next' of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int size = Limit.of(limit);
        Optional<PersonId> person = Optional.ofNullable(personId).map(value -> PersonId.ofParameter("personId", value));
        List<PlanView> found = plans.list(tenant.require(), person, IdCursor.decode(cursor, PlanId::fromString), size);
        return Page.of(found, size, plan -> plan.id().toString()).answer(uri);
    }

    @GET
    @Path("/{planId}/preview")
    @RolesAllowed("routines:read")
    @Operation(
            operationId = "previewPlan",
            summary = "When the plan is due next",
            description = "Computed like the reminders themselves. Empty while the plan is paused and after its end.")
    public Preview preview(
            @PathParam("planId") PlanId id,
            @Parameter(description = "1 to 100") @QueryParam("count") @DefaultValue("10") int count) {
        if (count < 1 || count > MOST_PREVIEWED) {
            throw ProblemException.field("count", "must be between 1 and " + MOST_PREVIEWED);
        }
        return plans.preview(tenant.require(), id, count);
    }

    @POST
    @Path("/{planId}/pause")
    @RolesAllowed("routines:write")
    @Operation(operationId = "pausePlan", summary = "Pause an active plan")
    @APIResponse(
            responseCode = "200",
            description = "Paused",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response pause(
            @PathParam("planId") PlanId id,
            @Parameter(description = "ETag of the plan", required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable
                    String ifMatch) {
        PlanView plan = plans.pause(tenant.require(), id, ifMatch);
        return EntityTags.changed(plan.version(), plan);
    }

    @POST
    @Path("/{planId}/resume")
    @RolesAllowed("routines:write")
    @Operation(
            operationId = "resumePlan",
            summary = "Resume a paused plan",
            description =
                    "Refused with 'plan-contraindicated' when the routine does not suit the person any more, and with"
                            + " 'schedule-never-fires' when nothing would be due.")
    @APIResponse(
            responseCode = "200",
            description = "Active again",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response resume(
            @PathParam("planId") PlanId id,
            @Parameter(description = "ETag of the plan", required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable
                    String ifMatch) {
        PlanView plan = plans.resume(tenant.require(), id, ifMatch);
        return EntityTags.changed(plan.version(), plan);
    }

    @POST
    @Path("/{planId}/end")
    @RolesAllowed("routines:write")
    @Operation(operationId = "endPlan", summary = "End a plan for good")
    @APIResponse(
            responseCode = "200",
            description = "Ended",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response end(
            @PathParam("planId") PlanId id,
            @Parameter(description = "ETag of the plan", required = true) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable
                    String ifMatch) {
        PlanView plan = plans.end(tenant.require(), id, ifMatch);
        return EntityTags.changed(plan.version(), plan);
    }

    @Schema(
            name = "PageOfPlans",
            requiredProperties = {"items", "next"})
    private record PlanPage(
            List<PlanView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @Schema(name = "PlanContraindicated", description = "A problem with the clashes beside the standard members.")
    private record Contraindicated(
            String type, String title, int status, String code, String detail, List<Clash> clashes, String traceId) {}
}
