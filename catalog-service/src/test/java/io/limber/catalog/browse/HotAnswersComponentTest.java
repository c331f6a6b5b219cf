package io.limber.catalog.browse;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static io.limber.catalog.Caller.with;
import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.limber.catalog.CatalogTest;
import io.limber.catalog.stretch.OwnStretches;
import io.limber.testkit.TestTokens;
import io.restassured.http.Header;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked a second time is answered from where it came in, and nobody can tell, least of all one who may not ask. */
@CatalogTest
class HotAnswersComponentTest {
    private static final String ITEM = "/v1/stretches/cat-cow";
    private static final String LIST = "/v1/stretches?region=neck&limit=3&facets=kind";

    private static final String WHOLE = "/v1/stretches?limit=200";

    private final String tenant = freshTenant();
    private final String token = TestTokens.of(tenant, "catalog:read");

    @ParameterizedTest
    @ValueSource(strings = {ITEM, LIST, ITEM + "?lang=de", "/v1/stretches?q=stiff%20neck&limit=2"})
    void theSecondAnswerIsTheFirst(String path) {
        for (String encoding : List.of("identity", "gzip")) {
            Response first = ask(path, Map.of("Accept-Encoding", encoding));
            Response second = ask(path, Map.of("Accept-Encoding", encoding));

            assertThat(second.statusCode()).isEqualTo(200);
            assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
            assertThat(headers(second)).isEqualTo(headers(first));
        }
    }

    @Test
    void whoHasItIsToldSo() {
        Response first = ask(ITEM, Map.of());

        Response second = ask(ITEM, Map.of("If-None-Match", first.header("ETag")));

        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.asByteArray()).isEmpty();
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(ask(ITEM, Map.of("If-None-Match", "\"another\"")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void eachLanguageHasItsOwn() {
        for (int time = 0; time < 2; time++) {
            assertThat(ask(ITEM, Map.of("Accept-Language", "de-CH, en;q=0.5")).header("Content-Language"))
                    .isEqualTo("de");
            assertThat(ask(ITEM, Map.of("Accept-Language", "fr")).header("Content-Language"))
                    .isEqualTo("fr");
            assertThat(ask(ITEM + "?lang=es", Map.of("Accept-Language", "fr")).header("Content-Language"))
                    .isEqualTo("es");
            with(token).get(ITEM + "?lang=it").then().statusCode(400).body("errors.pointer", contains("lang"));
        }
    }

    @Test
    void whoMayNotAskIsNotAnswered() {
        warm(token);
        String otherScope = TestTokens.of(tenant, "routines:read");
        String noTenant = TestTokens.withoutTenant("catalog:read");

        for (int time = 0; time < 2; time++) {
            given().get(ITEM).then().statusCode(401);
            with(TestTokens.forged(tenant, "catalog:read")).get(ITEM).then().statusCode(401);
            with(TestTokens.expired(tenant, "catalog:read")).get(ITEM).then().statusCode(401);
            with(token + "x").get(ITEM).then().statusCode(401);
            with(otherScope).get(ITEM).then().statusCode(403);
            with(noTenant).get(ITEM).then().statusCode(403);
        }
    }

    @Test
    void aTokenThatEndsIsNotRememberedBeyondItsEnd() {
        String brief = TestTokens.lasting(tenant, Duration.ofSeconds(3), "catalog:read");
        warm(brief);

        await().atMost(Duration.ofSeconds(20)).until(() -> with(brief).get(ITEM).statusCode() == 401);
    }

    @Test
    void anotherTenantIsNotShownWhatIsOnesOwn() {
        String own = "desk-" + tenant;
        OwnStretches.insert(tenant, own);
        await().until(() -> with(token).get("/v1/stretches/" + own).statusCode() == 200);
        with(token).get(WHOLE).then().body("items.id", hasItem(own));
        String other = freshTenant();

        for (int time = 0; time < 2; time++) {
            as(other).get("/v1/stretches/" + own).then().statusCode(404);
            as(other).get(WHOLE).then().statusCode(200).body("items.id", not(hasItem(own)));
        }
    }

    @Test
    void metricsCountThemUnderTheirPath() {
        warm(token);
        double before = counted("/v1/stretches/{id}");

        for (int time = 0; time < 10; time++) {
            ask(ITEM, Map.of());
        }

        await().until(() -> counted("/v1/stretches/{id}") >= before + 10);
        get("/q/metrics").then().body(not(containsString("cat-cow")));
    }

    private void warm(String bearer) {
        for (int time = 0; time < 3; time++) {
            with(bearer).get(ITEM).then().statusCode(200);
        }
    }

    private Response ask(String path, Map<String, String> headers) {
        return with(token).headers(headers).urlEncodingEnabled(false).get(path);
    }

    private static Map<String, String> headers(Response response) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : response.headers()) {
            headers.put(header.getName().toLowerCase(Locale.ROOT), header.getValue());
        }
        return headers;
    }

    private static double counted(String uri) {
        Pattern line = Pattern.compile(
                "http_server_requests_seconds_count\\{.*status=\"200\",uri=\"" + Pattern.quote(uri) + "\".*} (\\S+)");
        return get("/q/metrics")
                .asString()
                .lines()
                .map(line::matcher)
                .filter(Matcher::matches)
                .mapToDouble(match -> Double.parseDouble(match.group(1)))
                .sum();
    }
}
