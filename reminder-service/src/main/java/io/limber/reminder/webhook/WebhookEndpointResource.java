package io.limber.reminder.webhook;

import io.limber.kit.http.Cursor;
import io.limber.kit.http.Limit;
import io.limber.kit.http.Page;
import io.limber.kit.http.Preconditions;
import io.limber.kit.idempotency.Answer;
import io.limber.kit.idempotency.Idempotency;
import io.limber.kit.tenancy.CurrentTenant;
import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.webhook.WebhookEndpoints.Versioned;
import io.limber.reminder.webhook.sending.WebhookSecretKey;
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
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Webhook endpoints over HTTP. */
@Path("/v1/webhook-endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@Tag(name = "Webhook endpoints", description = "Where the platform itself is told, signed as in Standard Webhooks 1.0")
public class WebhookEndpointResource {
    private static final String PATH = "/v1/webhook-endpoints/";

    private final WebhookEndpoints endpoints;
    private final Idempotency idempotency;
    private final CurrentTenant tenant;

    WebhookEndpointResource(WebhookEndpoints endpoints, Idempotency idempotency, CurrentTenant tenant) {
        this.endpoints = endpoints;
        this.idempotency = idempotency;
        this.tenant = tenant;
    }

    @POST
    @RolesAllowed("reminders:write")
    @Operation(
            operationId = "addWebhookEndpoint",
            summary = "Be told there of every reminder",
            description = "The answer shows the endpoint's secret this once. "
                    + "An answer replayed for an Idempotency-Key does not hold it: rotate to get a new one.")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = WebhookEndpointView.WithSecrets.class)))
    @APIResponse(responseCode = "400", ref = "BadRequest")
    public Response add(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @Valid @NotNull(message = "a body is needed") AddWebhookEndpoint command) {
        TenantId caller = tenant.require();
        AtomicReference<@Nullable Versioned> fresh = new AtomicReference<>();
        Response response = idempotency.answer(caller, key, "POST /v1/webhook-endpoints", command, () -> {
            Versioned added = endpoints.add(caller, command);
            fresh.set(added);
            return Answer.created(PATH + added.view().id(), added.version(), added.view());
        });
        return withSecrets(response, fresh.get());
    }

    @GET
    @RolesAllowed("reminders:read")
    @Operation(operationId = "listWebhookEndpoints", summary = "All endpoints, without secrets")
    @APIResponse(
            responseCode = "200",
            description = "A page of them, oldest first",
            content = @Content(schema = @Schema(implementation = WebhookEndpointPage.class)))
    public Response list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        Page<WebhookEndpointView> page =
                endpoints.list(tenant.require(), Cursor.decode(cursor).map(EndpointId::ofCursor), Limit.of(limit));
        return page.answer(uri);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("reminders:read")
    @Operation(operationId = "getWebhookEndpoint", summary = "One endpoint, without secrets")
    @APIResponse(
            responseCode = "200",
            description = "As it is",
            content = @Content(schema = @Schema(implementation = WebhookEndpointView.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Response get(@PathParam("id") String id) {
        Versioned found = endpoints.require(tenant.require(), EndpointId.of(id));
        return Response.ok(found.view())
                .header("ETag", Preconditions.etag(found.version()))
                .build();
    }

    @POST
    @Path("/{id}/secrets")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("reminders:write")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Replace the secret",
            description =
                    "The answer shows the new secret this once. For 24 hours messages carry a signature of the old "
                            + "one, too.")
    @APIResponse(
            responseCode = "201",
            description = "Replaced",
            content = @Content(schema = @Schema(implementation = WebhookEndpointView.WithSecrets.class)))
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "409", ref = "Conflict")
    public Response rotate(@PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key) {
        TenantId caller = tenant.require();
        EndpointId endpoint = EndpointId.of(id);
        AtomicReference<@Nullable Versioned> fresh = new AtomicReference<>();
        String operation = "POST " + PATH + endpoint + "/secrets";
        Response response = idempotency.answer(caller, key, operation, "", () -> {
            Versioned rotated = endpoints.rotate(caller, endpoint);
            fresh.set(rotated);
            return Answer.created(PATH + endpoint, rotated.version(), rotated.view());
        });
        return withSecrets(response, fresh.get());
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("reminders:write")
    @Operation(operationId = "removeWebhookEndpoint", summary = "Be told there no longer")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", ref = "NotFound")
    @APIResponse(responseCode = "412", ref = "StaleVersion")
    @APIResponse(responseCode = "428", ref = "PreconditionRequired")
    public Response remove(@PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        endpoints.remove(tenant.require(), EndpointId.of(id), ifMatch);
        return Response.noContent().build();
    }

    /** Only after the answer was stored for replays, which must not hold a secret in the clear. */
    private static Response withSecrets(Response stored, @Nullable Versioned fresh) {
        if (fresh == null) {
            return stored;
        }
        List<String> secrets =
                fresh.secret().map(WebhookSecretKey::text).map(List::of).orElse(List.of());
        return Response.fromResponse(stored)
                .entity(fresh.view().with(secrets))
                .header("Cache-Control", "no-store")
                .build();
    }

    /** A page of endpoints, for the API's description. */
    @Schema(name = "WebhookEndpointPage")
    record WebhookEndpointPage(
            List<WebhookEndpointView> items, @Nullable String next) {}
}
