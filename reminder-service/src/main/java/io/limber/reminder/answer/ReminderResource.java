package io.limber.reminder.answer;

import io.limber.kit.http.Cursor;
import io.limber.kit.http.Limit;
import io.limber.kit.http.Page;
import io.limber.kit.http.Preconditions;
import io.limber.kit.tenancy.CurrentTenant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Reminders over HTTP: what was due, and the answers. */
@Path("/v1/reminders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@Tag(name = "Reminders", description = "What was due and what people answered")
public class ReminderResource {
    private final ReadReminders read;
    private final AnswerReminder answer;
    private final CurrentTenant tenant;

    ReminderResource(ReadReminders read, AnswerReminder answer, CurrentTenant tenant) {
        this.read = read;
        this.answer = answer;
        this.tenant = tenant;
    }

    @GET
    @RolesAllowed("reminders:read")
    @Operation(
            operationId = "listReminders",
            summary = "Reminders of a plan or of a person",
            description = "Either planId or personId is needed.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them, the latest first",
            content = @Content(schema = @Schema(implementation = ReminderPage.class)))
    @APIResponse(responseCode = "400", ref = "BadRequest")
    public Response list(
            @QueryParam("planId") @Nullable String planId,
            @QueryParam("personId") @Nullable String personId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        Page<ReminderView> page = read.list(
                tenant.require(),
                ReminderFilter.of(planId, personId),
                Cursor.decode(cursor).map(ReminderKey::parse),
                Limit.of(limit));
        return page.answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("reminders:read")
    @Operation(operationId = "getReminder", summary = "One reminder")
    @APIResponse(
            responseCode = "200",
            description = "As it is",
            content = @Content(schema = @Schema(implementation = ReminderView.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response get(@PathParam("id") String id) {
        Reminder found = read.require(tenant.require(), ReminderId.of(id));
        return Response.ok(found.view())
                .header("ETag", Preconditions.etag(found.version()))
                .build();
    }

    @POST
    @Path("/{id}/done")
    @RolesAllowed("reminders:write")
    @Operation(
            operationId = "doneReminder",
            summary = "The routine is done",
            description = "Again, it changes nothing.")
    @APIResponse(responseCode = "200", description = "Taken")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public ReminderView done(@PathParam("id") String id, @Nullable DoneReminder command) {
        return answer.answer(tenant.require(), ReminderId.of(id), new Reply.Done(), Via.API);
    }

    @POST
    @Path("/{id}/snooze")
    @RolesAllowed("reminders:write")
    @Operation(
            operationId = "snoozeReminder",
            summary = "Again, in a while",
            description = "It comes again as a reminder of its own, `snoozedReminderId`. Again, it changes nothing.")
    @APIResponse(responseCode = "200", description = "Taken")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public ReminderView snooze(
            @PathParam("id") String id, @Valid @NotNull(message = "a body is needed") SnoozeReminder command) {
        return answer.answer(tenant.require(), ReminderId.of(id), command.reply(), Via.API);
    }

    @POST
    @Path("/{id}/skip")
    @RolesAllowed("reminders:write")
    @Operation(operationId = "skipReminder", summary = "Not this time", description = "Again, it changes nothing.")
    @APIResponse(responseCode = "200", description = "Taken")
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public ReminderView skip(
            @PathParam("id") String id, @Valid @NotNull(message = "a body is needed") SkipReminder command) {
        return answer.answer(tenant.require(), ReminderId.of(id), command.reply(), Via.API);
    }

    /** A page of reminders, for the API's description. */
    @Schema(name = "ReminderPage")
    record ReminderPage(List<ReminderView> items, @Nullable String next) {}
}
