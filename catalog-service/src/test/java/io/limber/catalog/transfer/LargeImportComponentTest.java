package io.limber.catalog.transfer;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.limber.catalog.CatalogTest;
import io.limber.catalog.editing.Editor;
import io.limber.catalog.editing.Samples;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A catalogue of two thousand stretches, brought in at once. */
@CatalogTest
@Timeout(240)
class LargeImportComponentTest {
    private static final int STRETCHES = 2000;

    private final String tenant = freshTenant();
    private final Editor editor = Editor.of(tenant);

    @Test
    void twoThousandLinesGoInAndAreRead() {
        String lines = lines(STRETCHES);
        as(tenant).get("/v1/stretches?limit=1").then().statusCode(200);

        Imported imported = Imported.of(editor.bringIn("", lines));

        assertThat(imported.allAre("CREATED").results()).hasSize(STRETCHES);
        assertThat(imported.results().getLast().path("line").asInt()).isEqualTo(STRETCHES);
        editor.readersSee("bow-1999", stretch -> stretch.statusCode(200).body("name", equalTo("Bow 1999")));
        as(tenant).get("/v1/stretches?q=Bow+1234").then().body("items[0].id", equalTo("bow-1234"));
        String exported = editor.export("ndjson");
        assertThat(exported.lines()).hasSize(STRETCHES);
    }

    @Test
    void allOrNothingGoesOverManyLinesToo() {
        String lines = lines(300);

        Imported all = Imported.of(editor.bringIn("?atomic=true", lines));
        assertThat(all.summary().path("applied").asBoolean()).isTrue();
        assertThat(editor.export("ndjson").lines()).hasSize(300);

        Imported none =
                Imported.of(editor.bringIn("?atomic=true", lines.replace("Bow ", "Stick ") + "{\"id\": \"broken\"}\n"));
        assertThat(none.summary().path("failed").asInt()).isEqualTo(1);
        assertThat(none.summary().path("applied").asBoolean()).isFalse();
        assertThat(editor.export("ndjson")).contains("Bow ").doesNotContain("Stick ");
    }

    private static String lines(int stretches) {
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < stretches; number++) {
            String id = String.format(Locale.ROOT, "bow-%04d", number);
            lines.append("{\"id\": \"").append(id).append("\", \"state\": \"PUBLISHED\", \"published\": ");
            lines.append(Samples.exercise(id).put("name", "Bow " + number)).append("}\n");
        }
        return lines.toString();
    }
}
