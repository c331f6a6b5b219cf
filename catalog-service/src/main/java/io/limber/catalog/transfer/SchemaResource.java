package io.limber.catalog.transfer;

import io.limber.kit.problem.Problem;
import io.limber.kit.tenancy.CurrentTenant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The form of what is imported and exported, for editors and programs. */
@Path("/v1/catalog/schema")
@Produces(SchemaResource.SCHEMA)
@RolesAllowed("catalog:read")
@RunOnVirtualThread
@Tag(name = "Import and export", description = "A tenant's own stretches in and out, as files.")
@APIResponse(
        responseCode = "401",
        description = "No valid token.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "The token has no scope catalog:read or names no tenant.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class SchemaResource {
    static final String SCHEMA = "application/schema+json";

    private static final String TEXT = text();

    private final CurrentTenant tenant;

    SchemaResource(CurrentTenant tenant) {
        this.tenant = tenant;
    }

    @GET
    @Operation(
            operationId = "getStretchSchema",
            summary = "The form of an entry of an import or export",
            description =
                    "JSON Schema 2020-12 of one stretch as it comes and goes, figure included, with what each field means."
                            + " Codes are data and not in it: /v1/vocabularies lists them.")
    @APIResponse(responseCode = "200", description = "The schema.", content = @Content(mediaType = SCHEMA))
    public String read() {
        var unused = tenant.require();
        return TEXT;
    }

    private static String text() {
        try (InputStream in = SchemaResource.class.getResourceAsStream("stretch.schema.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
