package io.limber.catalog.safety;

import io.limber.catalog.guidance.Guidance;
import io.limber.catalog.language.Language;
import io.limber.catalog.language.LanguageChoice;
import io.limber.catalog.safety.RedFlagAssessment.Assessed;
import io.limber.catalog.safety.RedFlagAssessment.Outcome;
import io.limber.catalog.snapshot.Snapshot;
import io.limber.catalog.snapshot.Snapshots;
import io.limber.catalog.vocabulary.Term;
import io.limber.catalog.vocabulary.VocabularyName;
import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.FieldError;
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
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Answers to the questions about warning signs. Nothing of it is kept. */
@Path("/v1/guidance/red-flags:assess")
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
public class RedFlagResource {
    private static final String PAGE = "red-flags";

    private final Snapshots snapshots;
    private final CurrentTenant tenant;

    RedFlagResource(Snapshots snapshots, CurrentTenant tenant) {
        this.snapshots = snapshots;
        this.tenant = tenant;
    }

    /**
     * @param answers by the ids of the questions; true is yes
     */
    @Schema(description = "Answers to the questions of the guidance page red-flags.")
    public record AssessRedFlags(
            @Schema(
                    description = "By the ids of the questions; true is yes.",
                    examples = "{\"RF1\": false, \"RF12\": true}")
            @NotNull
            Map<String, Boolean> answers) {
        @Override
        public String toString() {
            return "AssessRedFlags[not shown: it is about a person]";
        }
    }

    /** What follows, in words too. */
    @Schema(
            name = "RedFlagAssessment",
            requiredProperties = {"outcome", "title", "advice", "reasons", "unanswered"})
    public record AssessmentView(
            Outcome outcome,
            String title,
            @Schema(description = "What to do now.") String advice,

            @Schema(description = "The questions answered with yes, the most urgent first.")
            List<RedFlagAssessment.Reason> reasons,

            @Schema(description = "Ids of questions without an answer; they count as a no.")
            List<String> unanswered) {}

    @POST
    @Operation(
            operationId = "assessRedFlags",
            summary = "What follows from a person's answers to the questions about warning signs?",
            description =
                    "The most urgent yes decides. Signs that decide little alone ask for a doctor beside another yes."
                            + " After URGENT or EMERGENCY nothing of the catalogue is right until the person has been checked: give the"
                            + " exclusion RED_FLAG then.")
    @APIResponse(
            responseCode = "200",
            description = "What follows, with the reasons.",
            content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @APIResponse(
            responseCode = "400",
            description = "An answer to a question that does not exist; the problem lists those that do.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public AssessmentView assess(
            @Valid @NotNull AssessRedFlags command,
            @Parameter(description = "Language of the words; goes before Accept-Language.")
                    @QueryParam("lang")
                    @Nullable
                    String lang,
            @Context HttpHeaders headers) {
        Snapshot snapshot = snapshots.of(tenant.require());
        Language language = LanguageChoice.of(lang, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        Guidance questions =
                Objects.requireNonNull(snapshot.guidance().get(PAGE)).in(language);
        requireKnown(questions, command.answers());
        Assessed assessed = RedFlagAssessment.assess(questions, command.answers());
        Term outcome = snapshot.codes()
                .find(VocabularyName.RED_FLAG_OUTCOMES, assessed.outcome().name())
                .orElseThrow()
                .in(language);
        return new AssessmentView(
                assessed.outcome(),
                outcome.label(),
                Objects.requireNonNullElse(outcome.description(), outcome.label()),
                assessed.reasons(),
                assessed.unanswered());
    }

    private static void requireKnown(Guidance questions, Map<String, Boolean> answers) {
        List<String> known = questions.items().stream().map(rule -> rule.id()).toList();
        answers.forEach((id, answer) -> {
            if (!known.contains(id)) {
                String message = "There is no question '" + id + "'.";
                throw new ProblemException(
                        CommonProblem.INVALID_VALUE,
                        message,
                        List.of(new FieldError("/answers/" + id, message, known)));
            }
            if (answer == null) {
                throw ProblemException.field("/answers/" + id, "must be true or false");
            }
        });
    }
}
