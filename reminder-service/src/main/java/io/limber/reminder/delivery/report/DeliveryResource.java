package io.limber.reminder.delivery.report;

import io.limber.kit.http.Page;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.CurrentTenant;
import io.limber.reminder.answer.ReminderId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Deliveries over HTTP. */
@Path("/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@Tag(name = "Deliveries", description = "What became of each reminder on each channel")
public class DeliveryResource {
    private final ReadDeliveries read;
    private final CurrentTenant tenant;

    DeliveryResource(ReadDeliveries read, CurrentTenant tenant) {
        this.read = read;
        this.tenant = tenant;
    }

    @GET
    @RolesAllowed("reminders:read")
    @Operation(operationId = "listDeliveries", summary = "Attempts to deliver a reminder")
    @APIResponse(
            responseCode = "200",
            description = "All of them, by delivery and attempt",
            content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    @APIResponse(responseCode = "400", ref = "BadRequest")
    @APIResponse(responseCode = "404", ref = "NotFound")
    public Page<DeliveryView> list(@Parameter(required = true) @QueryParam("reminderId") @Nullable String reminderId) {
        if (reminderId == null) {
            throw ProblemException.field("reminderId", "must be the id of a reminder");
        }
        return read.of(tenant.require(), ReminderId.of(reminderId));
    }

    /** Attempts, for the API's description. */
    @Schema(name = "DeliveryPage")
    record DeliveryPage(List<DeliveryView> items, @Nullable String next) {}
}
