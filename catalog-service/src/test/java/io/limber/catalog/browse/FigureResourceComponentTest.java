package io.limber.catalog.browse;

import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.limber.catalog.Caller;
import io.limber.catalog.CatalogTest;
import io.limber.catalog.content.Packaged;
import io.limber.catalog.figure.PackagedFigures;
import io.limber.catalog.language.Language;
import io.limber.catalog.stretch.OwnStretches;
import io.limber.catalog.stretch.Stretch;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@CatalogTest
class FigureResourceComponentTest {
    private static final String PATH = "/v1/stretches/cat-cow/figure.svg";
    private static final String MIRROR = "matrix(-1 0 0 1 ";
    private static final Duration SOON = Duration.ofSeconds(5);

    private final String tenant = freshTenant();

    @Test
    void drawsTheFirstPoseOfEveryStretch() {
        for (Stretch stretch : Packaged.stretches()) {
            Response drawn = as(tenant).get("/v1/stretches/" + stretch.id() + "/figure.svg");

            drawn.then()
                    .statusCode(200)
                    .contentType("image/svg+xml")
                    .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                    .header("X-Content-Type-Options", "nosniff")
                    .header("Cache-Control", "private, no-cache")
                    .header("Vary", "Authorization, Accept-Language, Accept-Encoding");
            int step = PackagedFigures.of(stretch.id()).poses().getFirst().step();
            assertThat(description(drawn))
                    .as(stretch.id())
                    .isEqualTo(step == 0 ? stretch.start() : stretch.steps().get(step - 1));
        }
    }

    @Test
    void aStretchSaysWhereItsPicturesAreAndHowManyThereAre() {
        String href = Caller.as(tenant).get("/v1/stretches/cat-cow").path("figure.href");
        int poses = Caller.as(tenant).get("/v1/stretches/cat-cow").path("figure.poses");

        assertThat(href).isEqualTo(PATH);
        Set<String> pictures = new HashSet<>();
        for (int pose = 1; pose <= poses; pose++) {
            pictures.add(as(tenant)
                    .get(href + "?pose=" + pose)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString());
        }
        assertThat(pictures).hasSize(poses).hasSizeGreaterThan(1);
        as(tenant).get(href + "?pose=" + (poses + 1)).then().statusCode(400);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysWhatIsSeenInTheLanguageAskedFor(Language language) {
        var text = Packaged.stretch("cat-cow").in(language).orElseThrow();

        Response second = as(tenant).get(PATH + "?pose=2&lang=" + language.code());
        Response moving = as(tenant).header("Accept-Language", language.code()).get(PATH + "?animated=true");

        second.then().header("Content-Language", language.code());
        assertThat(second.asString()).contains(" lang=\"" + language.code() + "\" ");
        assertThat(title(second)).isEqualTo(text.name() + " (2/3)");
        assertThat(description(second)).isEqualTo(text.steps().getFirst());
        moving.then().header("Content-Language", language.code());
        assertThat(title(moving)).isEqualTo(text.name());
        assertThat(description(moving))
                .isEqualTo(String.join(
                        " ", text.start(), text.steps().get(0), text.steps().get(2)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"half-kneeling-hip-flexor", "neck-diagonal", "standing-hip-flexor", "standing-side-bend"})
    void aFigureOfWordsThatSpeakOfTheLeftIsMirroredUnlessASideIsAskedFor(String id) {
        String path = "/v1/stretches/" + id + "/figure.svg";

        as(tenant).get(path).then().body(containsString(MIRROR));
        as(tenant).get(path + "?side=left").then().body(containsString(MIRROR));
        as(tenant).get(path + "?side=right").then().statusCode(200).body(not(containsString(MIRROR)));
        as(tenant).get(path + "?animated=true").then().body(containsString(MIRROR));
        as(tenant).get(path + "?animated=true&side=right").then().body(not(containsString(MIRROR)));
    }

    @Test
    void otherFiguresAreMirroredWhenTheLeftSideIsAskedFor() {
        as(tenant).get(PATH).then().body(not(containsString(MIRROR)));
        as(tenant).get(PATH + "?side=right").then().body(not(containsString(MIRROR)));
        as(tenant).get(PATH + "?side=left").then().body(containsString(MIRROR));
    }

    @Test
    void severalPicturesCanStandInOnePage() {
        List<String> queries = List.of(
                "",
                "?pose=2",
                "?pose=3",
                "?side=left",
                "?side=left&pose=2",
                "?theme=dark",
                "?theme=auto",
                "?animated=true",
                "?animated=true&side=left",
                "?animated=true&theme=auto");

        List<String> ids = queries.stream()
                .map(query -> as(tenant).get(PATH + query).asString())
                .flatMap(svg -> Pattern.compile(" id=\"([^\"]+)\"").matcher(svg).results())
                .map(found -> found.group(1))
                .toList();

        assertThat(ids).hasSize(3 * queries.size()).doesNotHaveDuplicates();
    }

    @Test
    void themesDifferAndLightIsUsual() {
        String light = as(tenant).get(PATH + "?theme=light").asString();

        assertThat(as(tenant).get(PATH).asString()).isEqualTo(light);
        assertThat(as(tenant).get(PATH + "?theme=dark").asString()).isNotEqualTo(light);
        assertThat(as(tenant).get(PATH + "?theme=auto").asString()).contains("prefers-color-scheme:dark");
        assertThat(light).doesNotContain("prefers-color-scheme");
    }

    @Test
    void oneThatMovesStandsStillForWhoHasAskedForLessMovement() {
        String moving = as(tenant).get(PATH + "?animated=true").asString();

        assertThat(moving).contains("@keyframes", "@media(prefers-reduced-motion:reduce)");
        assertThat(as(tenant).get(PATH + "?animated=false").asString())
                .doesNotContain("@keyframes")
                .isEqualTo(as(tenant).get(PATH).asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, PATH + "?pose=2&lang=fr", PATH + "?animated=true"})
    void whoHasItAlreadyIsToldSo(String path) {
        String tag = as(tenant).get(path).header("ETag");

        assertThat(tag).startsWith("\"").endsWith("\"");
        as(tenant)
                .header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", tag)
                .body(is(""));
        as(freshTenant()).header("If-None-Match", tag).get(path).then().statusCode(304);
        as(tenant).header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
        assertThat(as(tenant).get(PATH + "?pose=3").header("ETag")).isNotEqualTo(tag);
    }

    @ParameterizedTest(name = "?{0}")
    @CsvSource(delimiter = '|', textBlock = """
            pose=0        | pose     | 1
            pose=-1       | pose     | 1
            pose=4        | pose     | from 1 to 3
            pose=one      | pose     | 1
            pose=1.5      | pose     | 1
            pose=         | pose     | 1
            pose=1&pose=2 | pose     | once
            side=up       | side     | left, right
            side=LEFT     | side     | left, right
            side=         | side     | left, right
            theme=blue    | theme    | light, dark, auto
            animated=yes  | animated | true, false
            animated=     | animated | true, false
            lang=it       | lang     | en, de, es, fr
            poze=2        | poze     | animated, lang, pose, side, theme
            limit=2       | limit    | animated, lang, pose, side, theme
            """)
    void aWrongParameterIsRefusedAndSaysWhatIsAllowed(String query, String parameter, String allowed) {
        Response refused = as(tenant).get(PATH + "?" + query);

        refused.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(parameter));
        if (allowed.contains(", ")) {
            refused.then().body("errors[0].allowed", hasItems(allowed.split(", ")));
        } else {
            refused.then().body("errors[0].message", containsString(allowed));
        }
    }

    @Test
    void aStretchThatIsNotThereHasNoPicture() {
        as(tenant)
                .get("/v1/stretches/none/figure.svg")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
    }

    @Test
    void anotherTenantsStretchHasNoPicture() {
        OwnStretches.insert(tenant, "own-drawn");
        await().atMost(SOON)
                .untilAsserted(() -> as(tenant)
                        .get("/v1/stretches/own-drawn/figure.svg")
                        .then()
                        .statusCode(200));

        String theirs = as(freshTenant())
                .get("/v1/stretches/own-drawn/figure.svg")
                .then()
                .statusCode(404)
                .extract()
                .path("detail");

        String nobodys = as(tenant).get("/v1/stretches/own-none/figure.svg").path("detail");
        assertThat(theirs.replace("own-drawn", "X")).isEqualTo(nobodys.replace("own-none", "X"));
    }

    @Test
    void aStretchThatIsNotDrawnYetSaysSo() {
        OwnStretches.put(tenant, "own-undrawn", "{\"figure\": null}");

        await().atMost(SOON)
                .untilAsserted(() -> as(tenant)
                        .get("/v1/stretches/own-undrawn/figure.svg")
                        .then()
                        .statusCode(404)
                        .body("detail", equalTo("The stretch 'own-undrawn' is not drawn yet.")));
        Caller.as(tenant).get("/v1/stretches/own-undrawn").then().body("figure", is((Object) null));
    }

    @Test
    void aFormerIdShowsThePictureToo() {
        String former = Packaged.stretches().stream()
                .flatMap(stretch -> stretch.earlierIds().stream())
                .findFirst()
                .orElseThrow();

        as(tenant).get("/v1/stretches/" + former + "/figure.svg").then().statusCode(200);
    }

    @Test
    void wordsOfATenantAreTextAndNothingElse() {
        String name = "<script>alert(1)</script> & \\u0001 \\\"quoted\\\"";
        OwnStretches.put(tenant, "own-script", "{\"name\": \"%s\", \"translations\": null}".formatted(name));

        await().atMost(SOON)
                .untilAsserted(() -> as(tenant)
                        .get("/v1/stretches/own-script/figure.svg")
                        .then()
                        .statusCode(200)
                        .body(startsWith("<svg "))
                        .body(not(containsString("<script")))
                        .body(containsString(
                                "&lt;script&gt;alert(1)&lt;/script&gt; &amp;  &quot;quoted&quot; (1/3)</title>")));
    }

    @Test
    void isAPictureAndNothingElse() {
        Caller.as(tenant).accept("text/html").get(PATH).then().statusCode(406).contentType("application/problem+json");
    }

    private static RequestSpecification as(String tenant) {
        return Caller.as(tenant).accept("image/svg+xml, application/problem+json");
    }

    private static String title(Response svg) {
        return element(svg, "title");
    }

    private static String description(Response svg) {
        return element(svg, "desc");
    }

    private static String element(Response svg, String name) {
        Matcher element =
                Pattern.compile("<" + name + " [^>]*>([^<]*)</" + name + ">").matcher(svg.asString());
        assertThat(element.find()).as(svg.asString()).isTrue();
        return element.group(1).replace("&quot;", "\"").replace("&amp;", "&");
    }
}
