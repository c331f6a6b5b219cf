package io.limber.routine.person;

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

/** People over HTTP. */
@Path("/v1/people")
@Tag(name = "people", description = "Who gets reminders: zone, language and what they must not do")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@APIResponse(
        responseCode = "4XX",
        description = "A problem that says what to fix",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class PersonResource {
    private final People people;
    private final CurrentTenant tenant;

    PersonResource(People people, CurrentTenant tenant) {
        this.people = people;
        this.tenant = tenant;
    }

    @PUT
    @Path("/{personId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("routines:write")
    @Operation(
            operationId = "describePerson",
            summary = "Add a person, or replace what is known of one",
            description = "A changed zone moves the person's plans to it. Plans that a new exclusion speaks against are"
                    + " paused with the reason 'contraindicated'.")
    @APIResponse(
            responseCode = "200",
            description = "Replaced",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response describe(
            @Parameter(description = "The platform's own id of the person", example = "employee-4711")
                    @PathParam("personId")
                    String personId,
            @Parameter(description = "ETag of what is replaced; left out to add")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @Valid @NotNull DescribePerson command) {
        People.Described described =
                people.describe(tenant.require(), PersonId.ofParameter("personId", personId), ifMatch, command);
        PersonView person = described.person();
        if (!described.isNew()) {
            return EntityTags.changed(person.version(), person);
        }
        return EntityTags.added(UriBuilder.fromPath("/v1/people/{id}").build(personId), person.version(), person);
    }

    @GET
    @Path("/{personId}")
    @RolesAllowed("routines:read")
    @Operation(operationId = "readPerson", summary = "What is known of a person")
    @APIResponse(
            responseCode = "200",
            description = "The person",
            content = @Content(schema = @Schema(implementation = PersonView.class)))
    @APIResponse(responseCode = "304", description = "Not changed since the ETag in If-None-Match")
    public Response read(
            @PathParam("personId") String personId,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        PersonView person = people.require(tenant.require(), PersonId.ofParameter("personId", personId));
        return EntityTags.read(ifNoneMatch, person.version(), person);
    }

    @GET
    @RolesAllowed("routines:read")
    @Operation(operationId = "listPeople", summary = "All people, in order of their ids")
    @APIResponse(
            responseCode = "200",
            description = "A page of people",
            content = @Content(schema = @Schema(implementation = PeoplePage.class)))
    public Response list(
            @Parameter(description = "1 to 200; 50 when left out") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "'next' of the page before") @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        int size = Limit.of(limit);
        TenantId caller = tenant.require();
        List<PersonView> found = people.list(caller, IdCursor.decode(cursor, PersonId::new), size);
        return Page.of(found, size, person -> person.personId().value()).answer(uri);
    }

    @DELETE
    @Path("/{personId}")
    @RolesAllowed("routines:write")
    @Operation(
            operationId = "removePerson",
            summary = "Remove a person",
            description = "The person's plans end and are removed too.")
    @APIResponse(responseCode = "204", description = "Removed")
    public Response remove(
            @PathParam("personId") String personId,
            @Parameter(description = "ETag of what is removed", required = true)
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch) {
        people.remove(tenant.require(), PersonId.ofParameter("personId", personId), ifMatch);
        return Response.noContent().build();
    }

    @Schema(
            name = "PageOfPeople",
            requiredProperties = {"items", "next"})
    private record PeoplePage(
            List<PersonView> items,
            @Schema(nullable = true) @Nullable String next) {}
}
