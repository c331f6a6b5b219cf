package io.limber.catalog.browse;

import io.limber.catalog.answer.Answer;
import io.limber.catalog.answer.Answers;
import io.limber.catalog.figure.Figure;
import io.limber.catalog.figure.body.Side;
import io.limber.catalog.figure.drawing.Studio;
import io.limber.catalog.figure.drawing.SvgFigure;
import io.limber.catalog.figure.drawing.Theme;
import io.limber.catalog.language.Language;
import io.limber.catalog.language.LanguageChoice;
import io.limber.catalog.snapshot.Shown;
import io.limber.catalog.snapshot.Snapshot;
import io.limber.catalog.snapshot.Snapshots;
import io.limber.catalog.stretch.StretchText;
import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.Problem;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.CurrentTenant;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Pictures of stretches. */
@Path("/v1/stretches/{id}/figure.svg")
@Produces(FigureResource.SVG)
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
public class FigureResource {
    static final String SVG = "image/svg+xml";
    private static final Set<String> NAMES = Set.of("pose", "side", "theme", "lang", "animated");

    private final Snapshots snapshots;
    private final CurrentTenant tenant;
    private final Answers answers;

    FigureResource(Snapshots snapshots, CurrentTenant tenant, Answers answers) {
        this.snapshots = snapshots;
        this.tenant = tenant;
        this.answers = answers;
    }

    @GET
    @Operation(
            operationId = "getFigure",
            summary = "See a stretch",
            description =
                    "A key pose, or all of them in motion, as SVG with a title and a description. Its styles hold for"
                            + " itself alone, so that several can stand in one page. Who has asked for less movement sees the last pose.")
    @Parameter(
            name = "pose",
            in = ParameterIn.QUERY,
            description = "Which key pose, from 1 on.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
    @Parameter(
            name = "side",
            in = ParameterIn.QUERY,
            description = "Which of the person's sides is stretched; without it the one that the words speak of.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"left", "right"}))
    @Parameter(
            name = "theme",
            in = ParameterIn.QUERY,
            description = "Colours for a light or a dark page; auto follows the reader's choice.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"light", "dark", "auto"},
                            defaultValue = "light"))
    @Parameter(
            name = "animated",
            in = ParameterIn.QUERY,
            description = "true: all poses in motion.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Parameter(
            name = "lang",
            in = ParameterIn.QUERY,
            description = "Language of title and description; goes before Accept-Language.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"en", "de", "es", "fr"}))
    @APIResponse(responseCode = "200", description = "The picture.", content = @Content(mediaType = SVG))
    @APIResponse(responseCode = "304", description = "Nothing changed since the answer whose ETag was sent.")
    @APIResponse(
            responseCode = "400",
            description = "A parameter that does not exist, or a value that is not allowed.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no stretch with this id that the tenant may see, or it is not drawn.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response draw(
            @Parameter(example = "cat-cow") @PathParam("id") String id,
            @Context UriInfo uri,
            @Context HttpHeaders headers) {
        Snapshot snapshot = snapshots.of(tenant.require());
        Wish wish = Wish.of(uri.getQueryParameters(), headers);
        return answers.send(
                snapshot.answer("figure " + id + " " + wish, () -> draw(snapshot.require(id), wish)), headers);
    }

    private static Answer draw(Shown shown, Wish wish) {
        Figure figure = shown.stretch().figure();
        if (figure == null) {
            throw new ProblemException(
                    CommonProblem.NOT_FOUND, "The stretch '" + shown.stretch().id() + "' is not drawn yet.");
        }
        SvgFigure svg = new SvgFigure(new Studio(shown.stretch().id(), figure));
        Side side = wish.side == null ? figure.spokenSide() : wish.side;
        int poses = figure.poses().size();
        if (wish.pose < 1 || wish.pose > poses) {
            throw ProblemException.field("pose", "must be from 1 to " + poses);
        }
        SvgFigure.Words words = words(shown, figure, wish, side);
        String drawn = wish.isAnimated
                ? svg.animated(side, wish.theme, words)
                : svg.still(wish.pose - 1, side, wish.theme, words);
        return new Answer(
                drawn.getBytes(StandardCharsets.UTF_8),
                SVG,
                Map.of(
                        HttpHeaders.CONTENT_LANGUAGE,
                        shown.language(wish.language).code(),
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'"));
    }

    /** The words beside which a picture stands say what it shows. */
    private static SvgFigure.Words words(Shown shown, Figure figure, Wish wish, Side side) {
        StretchText text = shown.text(wish.language);
        List<String> steps = figure.poses().stream()
                .map(pose -> pose.step() == 0 || pose.step() > text.steps().size()
                        ? text.start()
                        : text.steps().get(pose.step() - 1))
                .toList();
        String id = String.join(
                "-",
                "limber",
                shown.stretch().id(),
                wish.isAnimated ? "m" : Integer.toString(wish.pose),
                side.name().substring(0, 1).toLowerCase(Locale.ROOT),
                wish.theme.name().substring(0, 1).toLowerCase(Locale.ROOT));
        String shownSteps =
                wish.isAnimated ? String.join(" ", steps.stream().distinct().toList()) : steps.get(wish.pose - 1);
        boolean isMirrored = figure.spoken() != null && side != figure.spoken();
        String description = isMirrored ? MirrorNote.in(shown.language(wish.language)) + " " + shownSteps : shownSteps;
        String title = wish.isAnimated ? text.name() : text.name() + " (" + wish.pose + "/" + steps.size() + ")";
        return new SvgFigure.Words(id, shown.language(wish.language).code(), title, description);
    }

    private record Wish(int pose, @Nullable Side side, Theme theme, boolean isAnimated, Language language) {
        static Wish of(MultivaluedMap<String, String> parameters, HttpHeaders headers) {
            Query query = Query.of(parameters, NAMES);
            OptionalInt pose = query.number("pose", 1);
            return new Wish(
                    pose.isPresent() ? pose.getAsInt() : 1,
                    query.text("side")
                            .map(side -> one("side", side, Side.values()))
                            .orElse(null),
                    query.text("theme")
                            .map(theme -> one("theme", theme, Theme.values()))
                            .orElse(Theme.LIGHT),
                    query.flag("animated"),
                    LanguageChoice.of(
                            query.text("lang").orElse(null), headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
        }

        private static <E extends Enum<E>> E one(String parameter, String value, E[] all) {
            return Arrays.stream(all)
                    .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(value))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.notOneOf(
                            parameter,
                            value,
                            Arrays.stream(all)
                                    .map(one -> one.name().toLowerCase(Locale.ROOT))
                                    .toList()));
        }
    }
}
