package io.limber.routine.schedule;

import io.limber.kit.problem.Problem;
import io.limber.kit.tenancy.CurrentTenant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Schedules over HTTP, before a plan has them. */
@Path("/v1/schedules:preview")
@Tag(name = "schedules", description = "When something would be due")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@APIResponse(
        responseCode = "4XX",
        description = "A problem that says what to fix",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class ScheduleResource {
    private final SchedulePreviews previews;
    private final CurrentTenant tenant;

    ScheduleResource(SchedulePreviews previews, CurrentTenant tenant) {
        this.previews = previews;
        this.tenant = tenant;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("routines:read")
    @Operation(
            operationId = "previewSchedule",
            summary = "When a schedule would be due",
            description =
                    "Computed like the reminders themselves, without making a plan. The spread is left out: each plan"
                            + " has its own part of it, and the plan's preview shows it.")
    @APIResponse(
            responseCode = "200",
            description = "The next due times",
            content = @Content(schema = @Schema(implementation = Preview.class)))
    @APIResponse(
            responseCode = "422",
            description = "'unknown-reference', 'schedule-unusable' or 'schedule-never-fires'",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Preview preview(@Valid @NotNull PreviewSchedule command) {
        return previews.preview(tenant.require(), command);
    }
}
