package io.limber.catalog.transfer;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limber.catalog.editing.CurrentActor;
import io.limber.catalog.editing.OwnStretch;
import io.limber.catalog.editing.OwnStretches;
import io.limber.kit.problem.Problem;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.CurrentTenant;
import io.limber.kit.tenancy.TenantId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A tenant's own stretches in and out, as files. */
@Path("/v1/catalog")
@RolesAllowed("catalog:write")
@RunOnVirtualThread
@Tag(name = "Import and export", description = "A tenant's own stretches in and out, as files.")
@APIResponse(
        responseCode = "401",
        description = "No valid token.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "The token has no scope catalog:write or names no tenant.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class TransferResource {
    private static final int ROWS_AT_A_TIME = 200;
    private static final String NDJSON = "application/x-ndjson";
    private static final String YAML = "application/yaml";
    private static final String JSON = "application/json";

    private final OwnStretches stretches;
    private final ImportStretches imports;
    private final CurrentTenant tenant;
    private final CurrentActor actor;
    private final ObjectMapper json;

    TransferResource(
            OwnStretches stretches,
            ImportStretches imports,
            CurrentTenant tenant,
            CurrentActor actor,
            ObjectMapper json) {
        this.stretches = stretches;
        this.imports = imports;
        this.tenant = tenant;
        this.actor = actor;
        this.json = json;
    }

    @GET
    @Path("/export")
    @Operation(
            operationId = "exportStretches",
            summary = "All stretches of the tenant's own, drafts and retired ones included",
            description =
                    "In the order of their ids. Importing it elsewhere and exporting it there gives the same bytes.")
    @APIResponse(
            responseCode = "200",
            description = "One stretch a line, or one YAML document each.",
            content = {
                @Content(mediaType = NDJSON, schema = @Schema(implementation = String.class)),
                @Content(mediaType = YAML, schema = @Schema(implementation = String.class))
            })
    public Response export(
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"ndjson", "yaml"},
                                            defaultValue = "ndjson"))
                    @QueryParam("format")
                    @Nullable
                    String format) {
        TenantId owner = tenant.require();
        Format wanted = format(format, List.of(Format.NDJSON, Format.YAML));
        return Response.ok((StreamingOutput) out -> write(owner, wanted, out))
                .header(HttpHeaders.CONTENT_TYPE, wanted.mediaType())
                .header("Content-Disposition", "attachment; filename=\"stretches." + wanted.word() + "\"")
                .build();
    }

    private void write(TenantId owner, Format format, OutputStream out) throws IOException {
        try (ExportLines lines = new ExportLines(format, out)) {
            String after = "";
            List<OwnStretch> page;
            do {
                page = stretches.list(owner, after, ROWS_AT_A_TIME);
                for (OwnStretch own : page) {
                    lines.write(own);
                    after = own.id();
                }
            } while (page.size() == ROWS_AT_A_TIME);
        }
    }

    @POST
    @Path("/import")
    @Consumes({NDJSON, YAML, JSON, "text/yaml", "text/plain"})
    @Operation(
            operationId = "importStretches",
            summary = "Bring stretches in",
            description =
                    "Makes the tenant's stretches what the entries say; GET /v1/catalog/schema is their JSON Schema. Every entry gets a line of result with the number of"
                            + " its line; the last line sums up. An entry that is wrong is reported and the rest goes in, or with atomic=true"
                            + " nothing does. The format free-exercise-db takes that project's JSON array and makes drafts of it: words and"
                            + " muscles, no photographs, and what is missing must be added before anything can be published.")
    @RequestBody(
            description = "Entries as an export writes them, at most 64 MiB, 1 MiB each; or a free-exercise-db array.",
            content = {
                @Content(mediaType = NDJSON, schema = @Schema(implementation = String.class)),
                @Content(mediaType = YAML, schema = @Schema(implementation = String.class)),
                @Content(mediaType = JSON, schema = @Schema(implementation = String.class))
            })
    @APIResponse(
            responseCode = "200",
            description = "A line for each entry: {line, id, result, code, detail, errors}; and last {summary}.",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = ImportResult.class)))
    public Response bringIn(
            @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"ndjson", "yaml", "free-exercise-db"},
                                            defaultValue = "ndjson"))
                    @QueryParam("format")
                    @Nullable
                    String format,
            @Parameter(description = "true: do everything, keep nothing.", schema = @Schema(defaultValue = "false"))
                    @QueryParam("dryRun")
                    @Nullable
                    String dryRun,
            @Parameter(description = "true: all or nothing.", schema = @Schema(defaultValue = "false"))
                    @QueryParam("atomic")
                    @Nullable
                    String atomic,
            InputStream body)
            throws IOException {
        var wish = new ImportStretches.Wish(
                tenant.require(),
                actor.get(),
                format(format, List.of(Format.values())),
                flag("dryRun", dryRun),
                flag("atomic", atomic));
        // A client that sends slowly holds no transaction open, and one that does not read results while it sends is
        // not stuck.
        java.nio.file.Path file = Files.createTempFile("limber-import", ".in");
        java.nio.file.Path results = Files.createTempFile("limber-import", ".out");
        try {
            try (OutputStream copy = Files.newOutputStream(file)) {
                body.transferTo(copy);
            }
            try (OutputStream out = Files.newOutputStream(results)) {
                ImportSummary.View summary = imports.run(wish, file, result -> line(out, result));
                line(out, new Summary(summary));
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(results);
            throw e;
        } finally {
            Files.deleteIfExists(file);
        }
        return Response.ok((StreamingOutput) out -> send(results, out))
                .header(HttpHeaders.CONTENT_TYPE, NDJSON)
                .build();
    }

    private record Summary(ImportSummary.View summary) {}

    private void line(OutputStream out, Object value) {
        try {
            out.write(json.writeValueAsBytes(value));
            out.write("\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(java.nio.file.Path results, OutputStream out) throws IOException {
        try {
            Files.copy(results, out);
        } finally {
            Files.deleteIfExists(results);
        }
    }

    private static Format format(@Nullable String word, List<Format> allowed) {
        if (word == null) {
            return Format.NDJSON;
        }
        return Format.find(word)
                .filter(allowed::contains)
                .orElseThrow(() -> ProblemException.notOneOf(
                        "format", word, allowed.stream().map(Format::word).toList()));
    }

    private static boolean flag(String name, @Nullable String value) {
        if (value == null || value.equals("false")) {
            return false;
        }
        if (value.equals("true")) {
            return true;
        }
        throw ProblemException.notOneOf(name, value, List.of("true", "false"));
    }
}
