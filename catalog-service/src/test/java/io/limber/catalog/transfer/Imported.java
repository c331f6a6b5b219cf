package io.limber.catalog.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.limber.catalog.editing.Samples;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What an import answers. */
record Imported(List<JsonNode> results, JsonNode summary) {
    static Imported of(Response response) {
        response.then().statusCode(200).contentType("application/x-ndjson");
        List<JsonNode> lines = new ArrayList<>();
        new String(response.asByteArray(), StandardCharsets.UTF_8)
                .lines()
                .map(Samples::json)
                .forEach(lines::add);
        return new Imported(lines.subList(0, lines.size() - 1), lines.getLast().path("summary"));
    }

    /** Each as its line, its id, what became of it, and the code and the pointers of what is wrong. */
    List<String> outcomes() {
        return results.stream().map(Imported::outcome).toList();
    }

    private static String outcome(JsonNode result) {
        StringBuilder outcome = new StringBuilder(result.path("line").asText());
        outcome.append(' ').append(result.path("id").asText("?"));
        outcome.append(' ').append(result.path("result").asText());
        if (result.has("code")) {
            outcome.append(' ').append(result.path("code").asText());
        }
        result.path("errors")
                .forEach(error ->
                        outcome.append(' ').append(error.path("pointer").asText()));
        return outcome.toString();
    }

    Imported allAre(String outcome) {
        assertThat(results)
                .allSatisfy(result -> assertThat(result.path("result").asText())
                        .as("%s", result)
                        .isEqualTo(outcome));
        return this;
    }
}
