package io.limber.reminder.contact;

import io.limber.kit.http.Cursor;
import io.limber.kit.http.Limit;
import io.limber.kit.http.Page;
import io.limber.kit.http.Preconditions;
import io.limber.kit.idempotency.Idempotency;
import io.limber.kit.tenancy.CurrentTenant;
import io.limber.kit.tenancy.TenantId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Contact points over HTTP. */
@Path("/v1/contact-points")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@Tag(name = "Contact points", description = "Where people are reached")
public class ContactPointResource {
    private final ContactPoints contactPoints;
    private final Idempotency idempotency;
    private final CurrentTenant tenant;

    ContactPointResource(ContactPoints contactPoints, Idempotency idempotency, CurrentTenant tenant) {
        this.contactPoints = contactPoints;
        this.idempotency = idempotency;
        this.tenant = tenant;
    }

    @POST
    @RolesAllowed("reminders:write")
    @Operation(
            operationId = "addContactPoint",
            summary = "Reach a person there, too",
            description = "Every reminder of the person goes to each of their contact points. "
                    + "Asked for one that is there already, it answers 200 with that one.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = ContactPointView.class)))
    @APIResponse(
            responseCode = "200",
            description = "It was there already",
            content = @Content(schema = @Schema(implementation = ContactPointView.class)))
    @APIResponse(responseCode = "400", ref = "BadRequest")
    public Response add(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull(message = "a body is needed") AddContactPoint command) {
        TenantId caller = tenant.require();
        return idempotency.answer(
                caller, key, "POST /v1/contact-points", command, () -> contactPoints.add(caller, command));
    }

    @GET
    @RolesAllowed("reminders:read")
    @Operation(operationId = "listContactPoints", summary = "Contact points, of one person or of all")
    @APIResponse(
            responseCode = "200",
            description = "A page of them, oldest first",
            content = @Content(schema = @Schema(implementation = ContactPointPage.class)))
    public Response list(
            @QueryParam("personId") @Nullable String personId,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        Page<ContactPointView> page = contactPoints.list(
                tenant.require(),
                Optional.ofNullable(personId),
                Cursor.decode(cursor).map(ContactPointId::ofCursor),
                Limit.of(limit));
        return page.answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("reminders:read")
    @Operation(operationId = "getContactPoint", summary = "One contact point")
    @APIResponse(
            responseCode = "200",
            description = "As it is",
            content = @Content(schema = @Schema(implementation = ContactPointView.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response get(@PathParam("id") String id) {
        ContactPoints.Versioned found = contactPoints.require(tenant.require(), ContactPointId.of(id));
        return Response.ok(found.view())
                .header("ETag", Preconditions.etag(found.version()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("reminders:write")
    @Operation(operationId = "removeContactPoint", summary = "Reach the person there no longer")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "412", ref = "StaleVersion")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response remove(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        contactPoints.remove(tenant.require(), ContactPointId.of(id), ifMatch);
        return Response.noContent().build();
    }

    /** A page of contact points, for the API's description. */
    @Schema(name = "ContactPointPage")
    record ContactPointPage(
            List<ContactPointView> items, @Nullable String next) {}
}
