package io.limber.catalog.browse;

import io.limber.catalog.answer.Answer;
import io.limber.catalog.answer.Answers;
import io.limber.catalog.language.Language;
import io.limber.catalog.language.LanguageChoice;
import io.limber.catalog.snapshot.Snapshot;
import io.limber.catalog.snapshot.Snapshots;
import io.limber.kit.problem.Problem;
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
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Stretches over HTTP, to read. */
@Path("/v1/stretches")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("catalog:read")
@RunOnVirtualThread
@Tag(name = "Stretches", description = "What there is to do, how much of it, and whom it does not suit.")
@APIResponse(
        responseCode = "401",
        description = "No valid token.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "The token has no scope catalog:read or names no tenant.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class StretchResource {
    private final Snapshots snapshots;
    private final StretchAnswers stretches;
    private final CurrentTenant tenant;
    private final Answers answers;

    StretchResource(Snapshots snapshots, StretchAnswers stretches, CurrentTenant tenant, Answers answers) {
        this.snapshots = snapshots;
        this.stretches = stretches;
        this.tenant = tenant;
        this.answers = answers;
    }

    @GET
    @Operation(
            operationId = "listStretches",
            summary = "Find stretches",
            description =
                    "By words in any language of the catalogue, by codes, by time, or all of that together. A filter may be"
                            + " repeated or hold several codes with commas between: an item fits when it has at least one of"
                            + " them. Different filters all have to fit.")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "Words as a person types them, in English, German, Spanish or French. Beginnings of words and"
                    + " slips of the finger are understood, and so is what people call parts of the body.",
            example = "stiff neck",
            schema = @Schema(type = SchemaType.STRING, maxLength = 200))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description =
                    "relevance (the default with q), id (the default without), name in the language of the answer, or"
                            + " seconds of the default dose.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"relevance", "name", "seconds", "id"}))
    @Parameter(
            name = "facets",
            in = ParameterIn.QUERY,
            description =
                    "Filters whose codes are to be counted among what was found; the filter itself does not narrow its"
                            + " own counts.",
            example = "region,equipment",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "fields",
            in = ParameterIn.QUERY,
            description = "Which fields of each item are wanted; the id always comes. Without it all of them come.",
            example = "name,seconds",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "lang",
            in = ParameterIn.QUERY,
            description =
                    "Language of the words; goes before Accept-Language. What is not translated comes as it was written.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"en", "de", "es", "fr"}))
    @Parameter(
            name = "licence",
            in = ParameterIn.QUERY,
            description = "Codes of the vocabulary licences.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "commercialUse",
            in = ParameterIn.QUERY,
            description = "true: only what its licence allows to use for money.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Parameter(
            name = "region",
            in = ParameterIn.QUERY,
            description = "Codes of the vocabulary regions.",
            example = "lower-back",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "muscle",
            in = ParameterIn.QUERY,
            description = "Codes of the vocabulary muscles.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "position",
            in = ParameterIn.QUERY,
            description = "Codes of the vocabulary positions.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "equipment",
            in = ParameterIn.QUERY,
            description = "Codes of the vocabulary equipment.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "movement",
            in = ParameterIn.QUERY,
            description = "Codes of the vocabulary movement-classes.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "difficulty",
            in = ParameterIn.QUERY,
            description = "Codes of the vocabulary difficulties.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "officeFit",
            in = ParameterIn.QUERY,
            description = "Codes of the vocabulary office-fits.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "kind",
            in = ParameterIn.QUERY,
            description = "Codes of the vocabulary kinds.",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "excluding",
            in = ParameterIn.QUERY,
            description = "A person's conditions, as codes of the vocabulary contraindications. Leaves out what any of"
                    + " them rules out (AVOID or CLINICIAN); what stays may still have to be done in a changed form"
                    + " (MODIFY). RED_FLAG leaves out everything.",
            example = "RADICULOPATHY",
            schema = @Schema(type = SchemaType.ARRAY, implementation = String.class))
    @Parameter(
            name = "maxSeconds",
            in = ParameterIn.QUERY,
            description = "Longest default dose.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "Most items of a page.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "Value of 'next' of the page before.",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "A page. Link rel=next and 'next' lead to the following one.",
            content = @Content(schema = @Schema(implementation = StretchPage.class)))
    @APIResponse(responseCode = "304", description = "Nothing changed since the answer whose ETag was sent.")
    @APIResponse(
            responseCode = "400",
            description = "A parameter that does not exist, or a value that is not allowed; the problem lists those"
                    + " that are.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response list(@Context UriInfo uri, @Context HttpHeaders headers) {
        Snapshot snapshot = snapshots.of(tenant.require());
        var parameters = uri.getQueryParameters();
        Language language = language(parameters.getFirst("lang"), headers);
        Answer answer = stretches.list(
                snapshot,
                uri.getRequestUri(),
                language,
                () -> StretchQuery.parse(parameters, language, snapshot.codes()));
        return answers.send(answer, headers);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getStretch",
            summary = "Read a stretch",
            description =
                    "Every id that was ever given out leads somewhere: a former id to the stretch as it is called now"
                            + " (see Content-Location), that of a retired one to what it was, with status RETIRED.")
    @APIResponse(
            responseCode = "200",
            description = "The stretch.",
            content = @Content(schema = @Schema(implementation = StretchView.class)))
    @APIResponse(responseCode = "304", description = "Nothing changed since the answer whose ETag was sent.")
    @APIResponse(
            responseCode = "404",
            description = "There is none with this id that the tenant may see.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response read(
            @Parameter(example = "cat-cow") @PathParam("id") String id,
            @Parameter(description = "Language of the words; goes before Accept-Language.")
                    @QueryParam("lang")
                    @Nullable
                    String lang,
            @Context HttpHeaders headers) {
        Snapshot snapshot = snapshots.of(tenant.require());
        return answers.send(stretches.item(snapshot, id, language(lang, headers)), headers);
    }

    private static Language language(@Nullable String lang, HttpHeaders headers) {
        return LanguageChoice.of(lang, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /** For the API description only: {@code Page} of stretches by name. */
    @Schema(
            name = "StretchPage",
            requiredProperties = {"items", "next", "total"})
    private record StretchPage(
            List<StretchView> items,

            @Schema(description = "Cursor of the next page; null on the last one.", nullable = true) @Nullable
            String next,

            @Schema(description = "How many there are on all pages.")
            long total,

            @Schema(
                    description = "By facet the codes found, with counts; only when facets were asked for.",
                    nullable = true)
            @Nullable
            Map<String, List<FacetView>> facets) {}
}
