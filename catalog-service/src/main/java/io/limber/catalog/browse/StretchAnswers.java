package io.limber.catalog.browse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.answer.Answer;
import io.limber.catalog.language.Language;
import io.limber.catalog.search.Criteria.Found;
import io.limber.catalog.search.Place;
import io.limber.catalog.snapshot.Shown;
import io.limber.catalog.snapshot.Snapshot;
import io.limber.kit.http.Cursor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the answers to questions about stretches; each is made once for a snapshot. */
@ApplicationScoped
class StretchAnswers {
    /** Longer questions are not asked twice. */
    private static final int LONGEST_KEPT = 1000;

    private final ObjectMapper json;

    StretchAnswers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * @throws io.limber.kit.problem.ProblemException 404 when the id leads nowhere
     */
    Answer item(Snapshot snapshot, String id, Language language) {
        return snapshot.answer(Question.item(id, language), () -> {
            Shown shown = snapshot.require(id);
            String location = "/v1/stretches/" + shown.stretch().id();
            return new Answer(
                    write(StretchView.of(shown, language, snapshot.codes())),
                    MediaType.APPLICATION_JSON,
                    Map.of(
                            HttpHeaders.CONTENT_LANGUAGE,
                            shown.language(language).code(),
                            HttpHeaders.CONTENT_LOCATION,
                            location));
        });
    }

    Answer list(Snapshot snapshot, URI request, Language language, Supplier<StretchQuery> query) {
        String asked = Optional.ofNullable(request.getRawQuery()).orElse("");
        if (asked.length() > LONGEST_KEPT) {
            return list(snapshot, request, query.get());
        }
        return snapshot.answer(Question.list(asked, language), () -> list(snapshot, request, query.get()));
    }

    private Answer list(Snapshot snapshot, URI request, StretchQuery query) {
        Found found = snapshot.find(query.criteria());
        String next = found.next().map(Place::text).map(Cursor::encode).orElse(null);
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 << 10);
        try {
            out.write("{\"items\":[".getBytes(StandardCharsets.UTF_8));
            boolean isFirst = true;
            for (String id : found.ids()) {
                if (!isFirst) {
                    out.write(',');
                }
                isFirst = false;
                out.write(item(snapshot, id, query));
            }
            out.write("],\"next\":".getBytes(StandardCharsets.UTF_8));
            json.writeValue(new Unclosed(out), next);
            out.write((",\"total\":" + found.total()).getBytes(StandardCharsets.UTF_8));
            if (!query.criteria().counted().isEmpty()) {
                out.write(",\"facets\":".getBytes(StandardCharsets.UTF_8));
                out.write(write(FacetView.of(
                        found.counts(), snapshot.codes(), query.criteria().language())));
            }
            out.write('}');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Answer(out.toByteArray(), MediaType.APPLICATION_JSON, headers(request, query, next));
    }

    private static Map<String, String> headers(URI request, StretchQuery query, @Nullable String next) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(HttpHeaders.CONTENT_LANGUAGE, query.criteria().language().code());
        if (next != null) {
            URI uri = UriBuilder.fromUri(request)
                    .replaceQueryParam("cursor", next)
                    .build();
            headers.put(HttpHeaders.LINK, "<" + uri.getRawPath() + "?" + uri.getRawQuery() + ">; rel=\"next\"");
        }
        return headers;
    }

    private byte[] item(Snapshot snapshot, String id, StretchQuery query) throws IOException {
        byte[] whole = item(snapshot, id, query.criteria().language()).plain();
        if (query.fields().isEmpty()) {
            return whole;
        }
        return json.writeValueAsBytes(only(query.fields(), (ObjectNode) json.readTree(whole)));
    }

    /** The id and these fields. */
    private static ObjectNode only(Set<String> fields, ObjectNode item) {
        for (Iterator<Map.Entry<String, JsonNode>> all = item.fields(); all.hasNext(); ) {
            String name = all.next().getKey();
            if (!name.equals("id") && !fields.contains(name)) {
                all.remove();
            }
        }
        return item;
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mapper closes what it has written to. */
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(ByteArrayOutputStream out) {
            super(out);
        }

        @Override
        public void close() {}
    }
}
