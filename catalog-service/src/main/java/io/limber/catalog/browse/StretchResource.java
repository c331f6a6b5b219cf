package io.limber.catalog.stretch;

import io.limber.catalog.answer.ConditionalAnswer;
import io.limber.catalog.vocabulary.Vocabularies;
import io.limber.kit.http.Page;
import io.limber.kit.problem.Problem;
import io.limber.kit.tenancy.CurrentTenant;
import io.limber.kit.tenancy.TenantId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
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
    private final Stretches stretches;
    private final Vocabularies vocabularies;
    private final CurrentTenant tenant;
    private final ConditionalAnswer answer;

    StretchResource(Stretches stretches, Vocabularies vocabularies, CurrentTenant tenant, ConditionalAnswer answer) {
        this.stretches = stretches;
        this.vocabularies = vocabularies;
        this.tenant = tenant;
        this.answer = answer;
    }

    @GET
    @Operation(
            operationId = "listStretches",
            summary = "Find stretches",
            description =
                    "In the order of their ids. A filter may be repeated or hold several codes with commas between:"
                            + " an item fits when it has at least one of them. Different filters all have to fit.")
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
    public Response list(@Context UriInfo uri, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        TenantId reader = tenant.require();
        StretchQuery query = StretchQuery.parse(uri.getQueryParameters(), reader, vocabularies);
        Page<StretchView> page = Page.of(
                        stretches.find(reader, query.filter(), query.after(), query.limit() + 1),
                        query.limit(),
                        Stretch::id)
                .map(StretchView::of);
        return answer.of(page.answer(uri), ifNoneMatch);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getStretch", summary = "Read a stretch")
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
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return answer.of(StretchView.of(stretches.require(tenant.require(), id)), ifNoneMatch);
    }

    /** For the API description only: {@code Page} of stretches by name. */
    @Schema(name = "StretchPage", requiredProperties = "items")
    private record StretchPage(
            List<StretchView> items,

            @Schema(description = "Cursor of the next page; null on the last one.", nullable = true) @Nullable
            String next) {}
}
