package io.limber.reminder.ledger;

import io.limber.kit.http.Page;
import io.limber.kit.tenancy.CurrentTenant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The ledger over HTTP. */
@Path("/v1/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@APIResponse(responseCode = "401", ref = "Unauthenticated")
@APIResponse(responseCode = "403", ref = "Forbidden")
@Tag(name = "Ledger", description = "What was planned, emitted and missed, by day")
public class LedgerResource {
    private final ReadLedger read;
    private final CurrentTenant tenant;
    private final Clock clock;

    LedgerResource(ReadLedger read, CurrentTenant tenant, Clock clock) {
        this.read = read;
        this.tenant = tenant;
        this.clock = clock;
    }

    @GET
    @RolesAllowed("reminders:read")
    @Operation(operationId = "readLedger", summary = "What was planned, emitted and missed")
    @APIResponse(
            responseCode = "200",
            description = "The days on which something was due, in order",
            content = @Content(schema = @Schema(implementation = LedgerPage.class)))
    @APIResponse(responseCode = "400", ref = "BadRequest")
    public Page<LedgerDay> days(
            @Parameter(description = "First day; 30 days before 'until' when left out") @QueryParam("from") @Nullable
                    String from,
            @Parameter(
                            description =
                                    "Last day, at most 400 after 'from'; the day that has begun somewhere on earth when left out")
                    @QueryParam("until")
                    @Nullable
                    String until) {
        return read.of(tenant.require(), LedgerRange.of(from, until, clock));
    }

    /** Days, for the API's description. */
    @Schema(name = "LedgerPage")
    record LedgerPage(
            List<LedgerDay> items,
            @Schema(nullable = true) @Nullable String next) {}
}
