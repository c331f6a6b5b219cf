package io.limber.routine.calendar;

import io.limber.kit.http.Limit;
import io.limber.kit.http.Page;
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

/** Calendars over HTTP. */
@Path("/v1/calendars")
@Tag(name = "calendars", description = "A tenant's own days off, which schedules refer to")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@APIResponse(
        responseCode = "4XX",
        description = "A problem that says what to fix",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class CalendarResource {
    private final Calendars calendars;
    private final CurrentTenant tenant;

    CalendarResource(Calendars calendars, CurrentTenant tenant) {
        this.calendars = calendars;
        this.tenant = tenant;
    }

    @PUT
    @Path("/{calendarId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("routines:write")
    @Operation(
            operationId = "describeCalendar",
            summary = "Add a calendar, or replace it",
            description = "Plans that use it and have not ended follow the new days from now on.")
    @APIResponse(
            responseCode = "200",
            description = "Replaced",
            content = @Content(schema = @Schema(implementation = CalendarView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = CalendarView.class)))
    @APIResponse(
            responseCode = "409",
            description = "'calendar-clashes', with 'plans': ids of active plans that would not be due any more",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response describe(
            @Parameter(description = "The platform's own id of the calendar", example = "plant-munich")
                    @PathParam("calendarId")
                    String calendarId,
            @Parameter(description = "ETag of what is replaced; left out to add")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @Valid @NotNull DescribeCalendar command) {
        Calendars.Described described = calendars.describe(tenant.require(), id(calendarId), ifMatch, command);
        CalendarView calendar = described.calendar();
        if (!described.isNew()) {
            return EntityTags.changed(calendar.version(), calendar);
        }
        return EntityTags.added(
                UriBuilder.fromPath("/v1/calendars/{id}").build(calendarId), calendar.version(), calendar);
    }

    @GET
    @Path("/{calendarId}")
    @RolesAllowed("routines:read")
    @Operation(operationId = "readCalendar", summary = "A calendar")
    @APIResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(schema = @Schema(implementation = CalendarView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the ETag in If-None-Match")
    public Response read(
            @PathParam("calendarId") String calendarId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        CalendarView calendar = calendars.require(tenant.require(), id(calendarId));
        return EntityTags.read(ifNoneMatch, calendar.version(), calendar);
    }

    @GET
    @RolesAllowed("routines:read")
    @Operation(operationId = "listCalendars", summary = "All calendars, in order of their ids")
    @APIResponse(
            responseCode = "200",
            description = "A page of calendars",
            content = @Content(schema = @Schema(implementation = CalendarPage.class)))
    public Response list(
            @Parameter(description = "1 to 200; 50 when left out") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "'next' of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int size = Limit.of(limit);
        TenantId caller = tenant.require();
        List<CalendarView> found = calendars.list(caller, IdCursor.decode(cursor, CalendarId::new), size);
        return Page.of(found, size, calendar -> calendar.calendarId().value()).answer(uri);
    }

    @DELETE
    @Path("/{calendarId}")
    @RolesAllowed("routines:write")
    @Operation(operationId = "removeCalendar", summary = "Remove a calendar that no plan uses any more")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(
            responseCode = "409",
            description = "'calendar-in-use', with 'plans': ids of plans that have not ended and use it",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response remove(
            @PathParam("calendarId") String calendarId,
            @Parameter(description = "ETag of what is removed", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch) {
        calendars.remove(tenant.require(), id(calendarId), ifMatch);
        return Response.noContent().build();
    }

    private static CalendarId id(String parameter) {
        return CalendarId.ofParameter("calendarId", parameter);
    }

    @Schema(
            name = "PageOfCalendars",
            requiredProperties = {"items", "next"})
    private record CalendarPage(
            List<CalendarView> items,
            @Schema(nullable = true) @Nullable String next) {}
}
