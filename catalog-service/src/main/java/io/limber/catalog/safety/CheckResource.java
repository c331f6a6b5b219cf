package io.limber.catalog.safety;

import io.limber.catalog.language.Language;
import io.limber.catalog.language.LanguageChoice;
import io.limber.catalog.search.Criteria;
import io.limber.catalog.search.Place;
import io.limber.catalog.snapshot.Shown;
import io.limber.catalog.snapshot.Snapshot;
import io.limber.catalog.snapshot.Snapshots;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.vocabulary.VocabularyName;
import io.limber.kit.http.Cursor;
import io.limber.kit.http.Limit;
import io.limber.kit.problem.Problem;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.CurrentTenant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Stretches against a person's conditions. Nothing of it is kept. */
@Path("/v1/stretches:check")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed("catalog:read")
@RunOnVirtualThread
@Tag(name = "Safety", description = "What a person may do. What is sent here is not stored and not logged.")
@APIResponse(
        responseCode = "401",
        description = "No valid token.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "The token has no scope catalog:read or names no tenant.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
public class CheckResource {
    private static final int MOST_IDS = 500;

    private final Snapshots snapshots;
    private final CurrentTenant tenant;

    CheckResource(Snapshots snapshots, CurrentTenant tenant) {
        this.snapshots = snapshots;
        this.tenant = tenant;
    }

    /**
     * @param exclusions codes of the vocabulary contraindications
     * @param stretches ids; null: a page of all that the tenant sees
     */
    @Schema(description = "A person's conditions, and which stretches to look at.")
    public record CheckStretches(
            @Schema(description = "Codes of the vocabulary contraindications.", examples = "[\"RADICULOPATHY\"]")
            @NotNull
            List<@NotNull String> exclusions,

            @Schema(description = "Ids, at most 500. Without it: a page of all that the tenant sees.", nullable = true)
            @Nullable
            List<@NotNull String> stretches) {
        @Override
        public String toString() {
            return "CheckStretches[not shown: it is about a person]";
        }
    }

    /**
     * @param next cursor of the next page; null on the last one
     */
    @Schema(requiredProperties = {"items", "next"})
    public record CheckedPage(
            List<StretchCheck.Checked> items,
            @Schema(nullable = true) @Nullable String next) {}

    @POST
    @Operation(
            operationId = "checkStretches",
            summary = "What may a person with these conditions do?",
            description =
                    "The strictest of a person's conditions decides: AVOID (with clinicianMayAllow where a clinician may lift"
                            + " it), MODIFY with how, or ALLOWED.")
    @APIResponse(
            responseCode = "200",
            description = "A verdict for each.",
            content = @Content(schema = @Schema(implementation = CheckedPage.class)))
    @APIResponse(
            responseCode = "400",
            description = "An unknown condition or stretch; the problem names it.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public CheckedPage check(
            @Valid @NotNull CheckStretches command,
            @Parameter(description = "Most items of a page.") @QueryParam("limit") @Nullable Integer limit,
            @Parameter(description = "Value of 'next' of the page before.") @QueryParam("cursor") @Nullable
                    String cursor,
            @Parameter(description = "Language of the words; goes before Accept-Language.")
                    @QueryParam("lang")
                    @Nullable
                    String lang,
            @Context HttpHeaders headers) {
        Snapshot snapshot = snapshots.of(tenant.require());
        Language language = LanguageChoice.of(lang, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Set<String> conditions = conditions(snapshot, command.exclusions());
        List<String> ids = command.stretches();
        if (ids != null) {
            return new CheckedPage(named(snapshot, ids, conditions, language), null);
        }
        Criteria.Found found = snapshot.find(page(language, Limit.of(limit), cursor));
        List<StretchCheck.Checked> items = found.ids().stream()
                .map(id -> checked(snapshot, snapshot.require(id), conditions, language))
                .toList();
        return new CheckedPage(
                items, found.next().map(Place::text).map(Cursor::encode).orElse(null));
    }

    private static Criteria page(Language language, int limit, @Nullable String cursor) {
        Criteria.Order order = Criteria.Order.ID;
        Optional<Place> after = Cursor.decode(cursor).map(text -> Place.parse(text, order, language));
        return new Criteria(
                "", language, Map.of(), Set.of(), OptionalInt.empty(), false, order, Set.of(), after, limit);
    }

    private static Set<String> conditions(Snapshot snapshot, List<String> exclusions) {
        List<String> allowed = snapshot.codes().codes(VocabularyName.CONTRAINDICATIONS);
        for (int index = 0; index < exclusions.size(); index++) {
            if (!allowed.contains(exclusions.get(index))) {
                throw ProblemException.notOneOf("/exclusions/" + index, exclusions.get(index), allowed);
            }
        }
        return Set.copyOf(exclusions);
    }

    private static List<StretchCheck.Checked> named(
            Snapshot snapshot, List<String> ids, Set<String> conditions, Language language) {
        if (ids.size() > MOST_IDS) {
            throw ProblemException.field("/stretches", "has at most " + MOST_IDS + " ids");
        }
        for (int index = 0; index < ids.size(); index++) {
            if (snapshot.find(ids.get(index)).isEmpty()) {
                throw ProblemException.field("/stretches/" + index, "'" + ids.get(index) + "' is no stretch");
            }
        }
        return ids.stream()
                .map(id -> checked(snapshot, snapshot.require(id), conditions, language))
                .toList();
    }

    private static StretchCheck.Checked checked(
            Snapshot snapshot, Shown shown, Set<String> conditions, Language language) {
        String warning = snapshot.codes()
                .find(VocabularyName.CONTRAINDICATIONS, Stretch.RED_FLAG)
                .map(term -> term.in(language).description())
                .orElse(null);
        return StretchCheck.check(shown.stretch(), shown.text(language), conditions, warning);
    }
}
