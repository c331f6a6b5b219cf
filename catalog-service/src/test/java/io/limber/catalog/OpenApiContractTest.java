package io.limber.catalog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The API is what the committed description says, word for word. */
@CatalogTest
class OpenApiContractTest {
    private static final Path COMMITTED = Path.of("../docs/openapi/catalog-service.yaml");

    @Test
    void theApiIsWhatItsCommittedDescriptionSays() throws IOException {
        String generated =
                given().queryParam("format", "yaml").get("/q/openapi").body().asString();
        if (Boolean.getBoolean("limber.openapi.update")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, generated);
        }

        assertThat(COMMITTED)
                .as(
                        "API changed? Run ./mvnw -f catalog-service/pom.xml test -Dtest=OpenApiContractTest"
                                + " -Dlimber.openapi.update=true, and read what became of %s",
                        COMMITTED)
                .content()
                .isEqualTo(generated);
    }
}
