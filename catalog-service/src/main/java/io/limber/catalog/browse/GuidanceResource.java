package io.limber.catalog.browse;

import io.limber.catalog.answer.Answers;
import io.limber.catalog.guidance.Guidance;
import io.limber.catalog.language.Language;
import io.limber.catalog.language.LanguageChoice;
import io.limber.catalog.snapshot.Snapshot;
import io.limber.catalog.snapshot.Snapshots;
import io.limber.kit.problem.Problem;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.CurrentTenant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Guidance over HTTP, to read. */
@Path("/v1/guidance")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("catalog:read")
@RunOnVirtualThread
@Tag(name = "Guidance", description = "General rules, warning signs, when not to stretch, moves left out, sleep.")
@APIResponse(
        responseCode = "401",
        description = "No valid token.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "The token has no scope catalog:read or names no tenant.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class GuidanceResource {
    private final Snapshots snapshots;
    private final CurrentTenant tenant;
    private final Answers answers;

    GuidanceResource(Snapshots snapshots, CurrentTenant tenant, Answers answers) {
        this.snapshots = snapshots;
        this.tenant = tenant;
        this.answers = answers;
    }

    @GET
    @Operation(operationId = "listGuidance", summary = "Read all guidance")
    @APIResponse(
            responseCode = "200",
            description = "Every page, complete.",
            content = @Content(schema = @Schema(implementation = GuidanceList.class)))
    @APIResponse(responseCode = "304", description = "Nothing changed since the answer whose ETag was sent.")
    public Response list(
            @Parameter(description = LANG) @QueryParam("lang") @Nullable String lang, @Context HttpHeaders headers) {
        Snapshot snapshot = snapshots.of(tenant.require());
        Language language = LanguageChoice.of(lang, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return answers.send(
                snapshot.answer("guidance " + language.code(), () -> {
                    List<Guidance> pages = snapshot.guidance().values().stream()
                            .map(page -> page.in(language))
                            .toList();
                    return answers.json(new GuidanceList(pages, null), language(language));
                }),
                headers);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getGuidance", summary = "Read a page of guidance")
    @APIResponse(
            responseCode = "200",
            description = "The page.",
            content = @Content(schema = @Schema(implementation = Guidance.class)))
    @APIResponse(responseCode = "304", description = "Nothing changed since the answer whose ETag was sent.")
    @APIResponse(
            responseCode = "404",
            description = "There is none with this id.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response read(
            @Parameter(example = "red-flags") @PathParam("id") String id,
            @Parameter(description = LANG) @QueryParam("lang") @Nullable String lang,
            @Context HttpHeaders headers) {
        Snapshot snapshot = snapshots.of(tenant.require());
        Language language = LanguageChoice.of(lang, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        return answers.send(
                snapshot.answer("guidance " + language.code() + " " + id, () -> {
                    Guidance page = snapshot.guidance().get(id);
                    if (page == null) {
                        throw ProblemException.notFound("guidance", id);
                    }
                    return answers.json(page.in(language), language(language));
                }),
                headers);
    }

    private static Map<String, String> language(Language language) {
        return Map.of(HttpHeaders.CONTENT_LANGUAGE, language.code());
    }

    private static final String LANG = "Language of the words; goes before Accept-Language.";
}
