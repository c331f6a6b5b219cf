package io.limber.catalog.browse;

import io.limber.catalog.answer.Answer;
import io.limber.catalog.answer.Answer.Reply;
import io.limber.catalog.answer.Answers;
import io.limber.catalog.language.Language;
import io.limber.catalog.language.LanguageChoice;
import io.limber.catalog.snapshot.Snapshot;
import io.limber.catalog.snapshot.Snapshots;
import io.limber.kit.access.RememberedTokens;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.CurrentTenant;
import io.netty.buffer.Unpooled;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The short way for what is asked again and again: a caller whose token was found good a moment ago asks what was answered before,
 * and the bytes leave from where the request came in, on the event loop, without a thread, a bean or a database. Whatever is not
 * at hand takes the long way, which also says what is wrong with a request; nothing is decided here that it has not decided before.
 */
@ApplicationScoped
class HotAnswers {
    /** Behind the limit of bodies, before everything else. */
    private static final int EARLY = 900;

    private static final String SCOPE = "catalog:read";
    private static final String LIST = "/v1/stretches";
    private static final String ITEM = "/v1/stretches/";
    private static final String JSON = "application/json";

    /** Where metrics find what to call the request by. */
    private static final String TEMPLATE = "UrlPathTemplate";

    private final RememberedTokens tokens;
    private final Snapshots snapshots;
    private final Answers answers;

    HotAnswers(RememberedTokens tokens, Snapshots snapshots, Answers answers) {
        this.tokens = tokens;
        this.snapshots = snapshots;
        this.answers = answers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, EARLY);
    }

    private void handle(RoutingContext context) {
        Answer answer = find(context);
        if (answer == null) {
            context.next();
            return;
        }
        HttpServerRequest request = context.request();
        Vertx.currentContext().putLocal(TEMPLATE, request.path().equals(LIST) ? LIST : ITEM + "{id}");
        Reply reply = answers.reply(
                answer, request.getHeader(HttpHeaders.IF_NONE_MATCH), request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        HttpServerResponse response = context.response().setStatusCode(reply.status());
        for (Answer.Header header : reply.headers()) {
            response.putHeader(header.name(), header.value());
        }
        byte[] body = reply.body();
        // Not copied: a list is larger than all else that a request takes.
        var unused = body == null ? response.end() : response.end(Buffer.buffer(Unpooled.wrappedBuffer(body)));
    }

    private @Nullable Answer find(RoutingContext context) {
        String path = context.request().path();
        if (context.request().method() != HttpMethod.GET || !path.startsWith(LIST) || !takesJson(context)) {
            return null;
        }
        Snapshot snapshot = tokens.find(context)
                .filter(identity -> identity.hasRole(SCOPE))
                .flatMap((SecurityIdentity identity) -> CurrentTenant.of(identity))
                .map(snapshots::ready)
                .orElse(null);
        if (snapshot == null) {
            return null;
        }
        return language(context)
                .map(language -> snapshot.known(question(context, path, language)))
                .orElse(null);
    }

    private static String question(RoutingContext context, String path, Language language) {
        if (path.equals(LIST)) {
            String query = context.request().query();
            return Question.list(query == null ? "" : query, language);
        }
        return path.startsWith(ITEM) ? Question.item(path.substring(ITEM.length()), language) : "";
    }

    /** Empty for a language that is none of ours: the long way says so. */
    private static Optional<Language> language(RoutingContext context) {
        String query = context.request().query();
        String lang = query == null || !query.contains("lang=")
                ? null
                : context.queryParams().get("lang");
        try {
            return Optional.of(LanguageChoice.of(lang, context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private static boolean takesJson(RoutingContext context) {
        String accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept == null || accept.equals("*/*") || accept.equals(JSON);
    }
}
