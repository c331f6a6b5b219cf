package io.limber.catalog.vocabulary;

import io.limber.catalog.answer.ConditionalAnswer;
import io.limber.kit.problem.Problem;
import io.limber.kit.tenancy.CurrentTenant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Vocabularies over HTTP, to read. */
@Path("/v1/vocabularies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("catalog:read")
@RunOnVirtualThread
@Tag(name = "Vocabularies", description = "The codes used by stretches, filters and people's exclusions.")
@APIResponse(
        responseCode = "401",
        description = "No valid token.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "The token has no scope catalog:read or names no tenant.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class VocabularyResource {
    private final Vocabularies vocabularies;
    private final CurrentTenant tenant;
    private final ConditionalAnswer answer;

    VocabularyResource(Vocabularies vocabularies, CurrentTenant tenant, ConditionalAnswer answer) {
        this.vocabularies = vocabularies;
        this.tenant = tenant;
        this.answer = answer;
    }

    @GET
    @Operation(operationId = "listVocabularies", summary = "Which vocabularies there are")
    @APIResponse(
            responseCode = "200",
            description = "All of them, without their codes.",
            content = @Content(schema = @Schema(implementation = VocabularyList.class)))
    @APIResponse(responseCode = "304", description = "Nothing changed since the answer whose ETag was sent.")
    public Response list(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        var items = vocabularies.all(tenant.require()).stream()
                .map(VocabularySummary::of)
                .toList();
        return answer.of(new VocabularyList(items, null), ifNoneMatch);
    }

    @GET
    @Path("/{name}")
    @Operation(operationId = "getVocabulary", summary = "Read a vocabulary")
    @APIResponse(
            responseCode = "200",
            description = "The vocabulary with all its codes.",
            content = @Content(schema = @Schema(implementation = Vocabulary.class)))
    @APIResponse(responseCode = "304", description = "Nothing changed since the answer whose ETag was sent.")
    @APIResponse(
            responseCode = "404",
            description = "There is none of this name.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response read(
            @Parameter(example = "contraindications") @PathParam("name") String name,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return answer.of(vocabularies.require(tenant.require(), name), ifNoneMatch);
    }
}
