package io.limber.catalog.editing;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static io.limber.catalog.editing.Samples.bare;
import static io.limber.catalog.editing.Samples.exercise;
import static io.limber.catalog.editing.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.catalog.CatalogTest;
import io.restassured.response.Response;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A stretch whose words are a script: words they stay, wherever they are shown. */
@CatalogTest
class HarmlessTextComponentTest {
    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String ESCAPE = "</title></svg><svg onload=\"alert(1)\">&lt;x&#x27;]]>";

    private final String tenant = freshTenant();
    private final Editor editor = Editor.of(tenant);

    @Test
    void inJsonItIsText() {
        editor.bringOut(scripted());
        editor.readersSee("our-bow");

        for (String path : List.of(
                "/v1/stretches/our-bow", "/v1/stretches?q=desk&limit=200", "/v1/stretches/our-bow/revisions/1")) {
            as(tenant)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .contentType("application/json")
                    .header("X-Content-Type-Options", equalTo("nosniff"));
        }
        as(tenant).get("/v1/stretches/our-bow").then().body("name", equalTo(SCRIPT));
        editor.read("our-bow")
                .then()
                .contentType("application/json")
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .body("document.name", equalTo(SCRIPT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?pose=2&theme=auto", "?animated=true", "?lang=de"})
    void inAPictureItIsText(String query) throws Exception {
        editor.bringOut(scripted());
        editor.readersSee("our-bow");

        Response picture = as(tenant).accept("image/svg+xml").get("/v1/stretches/our-bow/figure.svg" + query);

        picture.then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", equalTo("default-src 'none'; style-src 'unsafe-inline'"));
        Document svg = parsed(picture.asString());
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).startsWith(SCRIPT);
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains(ESCAPE);
        assertThat(elements(svg))
                .extracting(Element::getTagName)
                .containsOnly("svg", "title", "desc", "style", "g", "path");
        assertThat(elements(svg)).noneMatch(element -> element.hasAttribute("onload"));
        assertThat(svg.getElementsByTagName("svg").getLength()).isEqualTo(1);
    }

    @Test
    void inAProblemItIsText() {
        for (Response problem : List.of(
                as(tenant).urlEncodingEnabled(true).get("/v1/stretches/{id}", SCRIPT.replace("/", "")),
                editor.draft(bare(SCRIPT)),
                editor.draft(bare("our-bow").put(SCRIPT, "x")),
                editor.draft(bare("our-bow").put("language", SCRIPT)),
                editor.publishing(bare("their-bow").put("kind", SCRIPT)),
                editor.call()
                        .urlEncodingEnabled(true)
                        .queryParam("cursor", SCRIPT)
                        .get(Editor.PATH))) {
            problem.then().contentType("application/problem+json").header("X-Content-Type-Options", equalTo("nosniff"));
            assertThat(problem.statusCode()).isBetween(400, 422);
            assertThat(json(problem.asString()).path("code").asText()).isNotEmpty();
        }
    }

    private static ObjectNode scripted() {
        ObjectNode stretch =
                exercise("our-bow").put("name", SCRIPT).put("start", ESCAPE).put("summary", SCRIPT);
        stretch.putArray("steps").add(ESCAPE).add(ESCAPE);
        ((ObjectNode) stretch.at("/translations/de")).put("name", SCRIPT).put("start", ESCAPE);
        ((ObjectNode) stretch.at("/translations/de")).set("steps", stretch.path("steps"));
        return stretch;
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(Document svg) {
        NodeList all = svg.getElementsByTagName("*");
        List<Element> elements = new ArrayList<>();
        for (int index = 0; index < all.getLength(); index++) {
            elements.add((Element) all.item(index));
        }
        return elements;
    }
}
