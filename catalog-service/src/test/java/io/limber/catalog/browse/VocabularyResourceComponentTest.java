package io.limber.catalog.browse;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.limber.catalog.CatalogTest;
import io.limber.catalog.vocabulary.VocabularyName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@CatalogTest
class VocabularyResourceComponentTest {
    private static final String PATH = "/v1/vocabularies";

    private final String tenant = freshTenant();

    @Test
    void listsAllVocabularies() {
        as(tenant)
                .get(PATH)
                .then()
                .statusCode(200)
                .body(
                        "items.name",
                        equalTo(VocabularyName.all().stream().sorted().toList()))
                .body("items.find { it.name == 'office-fits' }.size", is(5));
    }

    @Test
    void showsCodesWithWords() {
        as(tenant)
                .get(PATH + "/contraindications")
                .then()
                .statusCode(200)
                .body("title", equalTo("Conditions that rule an item out or change it"))
                .body("entries", hasSize(29))
                .body("entries.find { it.code == 'RADICULOPATHY' }.avoid", hasItem("HAMSTRING-TENSION"))
                .body("entries[0]", not(hasKey("wger")));
        as(tenant).get(PATH + "/muscles").then().body("entries.find { it.code == 'soleus' }.wger", is(15));
    }

    @Test
    void explainsEverySourceCode() {
        as(tenant)
                .get(PATH + "/sources")
                .then()
                .statusCode(200)
                .body("entries.find { it.code == 'MAYO-BACK' }.tier", equalTo("A"));
    }

    @Test
    void speaksTheLanguageThatIsAskedFor() {
        as(tenant)
                .header("Accept-Language", "fr-CA, en;q=0.5")
                .get(PATH + "/regions")
                .then()
                .header("Content-Language", equalTo("fr"))
                .body("language", equalTo("fr"))
                .body("entries.find { it.code == 'neck' }.label", equalTo("Cou"))
                .body("entries[0]", not(hasKey("translations")))
                .body("entries[0]", not(hasKey("searchWords")));
        as(tenant).get(PATH + "/regions?lang=it").then().statusCode(400).body("errors[0].allowed", hasItem("de"));
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, PATH + "/regions"})
    void whoHasItAlreadyIsToldSo(String path) {
        String tag = as(tenant).get(path).header("ETag");

        assertThat(tag).startsWith("\"");
        as(tenant).header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag);
    }
}
