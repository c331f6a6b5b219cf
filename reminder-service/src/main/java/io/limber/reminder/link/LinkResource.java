package io.limber.reminder.link;

import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.CurrentTenant;
import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.answer.AlreadyAnswered;
import io.limber.reminder.answer.AnswerReminder;
import io.limber.reminder.answer.ReadReminders;
import io.limber.reminder.answer.ReminderId;
import io.limber.reminder.answer.Via;
import io.limber.reminder.link.LinkPages.MessagePage;
import io.limber.reminder.link.LinkTokens.Opened;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The page behind a message's link. GET shows and changes nothing, because mail scanners and previews open links; POST
 * acts. The token in the path is all the authority there is: no cookie is set or read, so there is none that a forged
 * request from another site could ride on, and such a request would have to know the token.
 */
@Path("/r/{token}")
@Produces(MediaType.TEXT_HTML)
@PermitAll
@RunOnVirtualThread
@SecurityRequirements
@APIResponse(responseCode = "404", description = "The link is not one of ours, or was changed (a page)")
@APIResponse(responseCode = "410", description = "The link has expired (a page)")
@Tag(name = "Links", description = "Pages for people, behind the links in messages")
public class LinkResource {
    private static final String POLICY = "default-src 'none'; style-src " + PageStyle.HASH
            + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final MessagePage UNKNOWN = new MessagePage(
            "This link does not work",
            "It may have been cut off on its way. Please open it again from the message, or wait for the next reminder.");
    private static final MessagePage EXPIRED = new MessagePage(
            "This link has expired", "Links in reminders work for a limited time. The next reminder brings a new one.");

    private final LinkTokens tokens;
    private final ReadReminders read;
    private final AnswerReminder answer;
    private final CurrentTenant tenant;

    LinkResource(LinkTokens tokens, ReadReminders read, AnswerReminder answer, CurrentTenant tenant) {
        this.tokens = tokens;
        this.read = read;
        this.answer = answer;
        this.tenant = tenant;
    }

    @GET
    @Operation(operationId = "showLink", summary = "The reminder's page", description = "Changes nothing.")
    @APIResponse(responseCode = "200", description = "The page, with the answers to choose from or the one given")
    public Response show(@PathParam("token") String token) {
        return opened(token, (owner, id) -> page(200, owner, id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "answerLink", summary = "Answers the reminder", description = "The page's form.")
    @APIResponse(responseCode = "200", description = "The page, with the answer")
    @APIResponse(responseCode = "400", description = "The page, with what to correct")
    @APIResponse(responseCode = "409", description = "The page, with the other answer given before")
    public Response act(
            @PathParam("token") String token,
            @FormParam("action") @Nullable String action,
            @FormParam("minutes") @Nullable String minutes,
            @FormParam("reason") @Nullable String reason) {
        LinkForm form = LinkForm.read(action, minutes, reason);
        return opened(token, (owner, id) -> act(owner, id, form));
    }

    private Response act(TenantId owner, ReminderId id, LinkForm form) {
        return switch (form) {
            case LinkForm.Mistaken mistaken ->
                html(
                        400,
                        LinkPages.reminder(
                                ReminderPage.of(read.require(owner, id)).withMistake(mistaken.sentence())));
            case LinkForm.Fine fine -> {
                try {
                    var unused = answer.answer(owner, id, fine.reply(), Via.LINK);
                    yield page(200, owner, id);
                } catch (AlreadyAnswered e) {
                    yield page(409, owner, id);
                }
            }
        };
    }

    private Response opened(String token, BiFunction<TenantId, ReminderId, Response> work) {
        return switch (tokens.open(token)) {
            case Opened.Bad bad -> html(404, LinkPages.message(UNKNOWN));
            case Opened.Expired expired -> html(410, LinkPages.message(EXPIRED));
            case Opened.Good good -> {
                tenant.actFor(good.tenant());
                yield work.apply(good.tenant(), good.reminder());
            }
        };
    }

    private Response page(int status, TenantId owner, ReminderId id) {
        try {
            return html(status, LinkPages.reminder(ReminderPage.of(read.require(owner, id))));
        } catch (ProblemException e) {
            return html(404, LinkPages.message(UNKNOWN));
        }
    }

    private static Response html(int status, TemplateInstance page) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page.render())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", "noindex, nofollow")
                .build();
    }
}
