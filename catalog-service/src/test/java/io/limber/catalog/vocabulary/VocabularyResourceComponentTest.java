package io.limber.catalog.vocabulary;

import static io.limber.catalog.Caller.as;
import static io.limber.catalog.Caller.freshTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.limber.catalog.CatalogTest;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.SqlProbe.Role;
import java.time.Duration;
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
    void anotherTenantsVocabularyIsNotThere() {
        SqlProbe.as("catalog", Role.APP).inTenant(tenant).execute("""
                        INSERT INTO vocabulary (tenant, id, revision, content_hash, document)
                        SELECT ?, 'own', 1, 'by hand', document || '{"name": "own"}'
                        FROM vocabulary WHERE tenant = '*' AND id = 'kinds'""", tenant);

        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> as(tenant).get(PATH + "/own").then().statusCode(200));
        as(freshTenant()).get(PATH + "/own").then().statusCode(404).body("code", equalTo("not-found"));
        as(freshTenant()).get(PATH).then().body("items.name", not(hasItem("own")));
    }

    @ParameterizedTest
    @ValueSource(strings = {PATH, PATH + "/regions"})
    void whoHasItAlreadyIsToldSo(String path) {
        String tag = as(tenant).get(path).header("ETag");

        assertThat(tag).startsWith("\"");
        as(tenant).header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag);
    }
}
