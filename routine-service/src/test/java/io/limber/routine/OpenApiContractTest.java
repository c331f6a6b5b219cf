package io.limber.routine;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The committed description is the one the service gives: a change of the API is seen in review. */
@QuarkusTest
class OpenApiContractTest extends RoutineStack {
    private static final Path COMMITTED = Path.of("../docs/openapi/routine-service.yaml");

    @Test
    void isWhatIsCommitted() throws IOException {
        String generated = given().get("/q/openapi?format=yaml")
                .then()
                .statusCode(200)
                .extract()
                .body()
                .asString();
        if (Boolean.getBoolean("limber.openapi.update")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, generated);
        }

        assertThat(COMMITTED).exists();
        assertThat(generated)
                .as(
                        "%s; if the change is meant, run the tests with -Dlimber.openapi.update=true and commit it",
                        COMMITTED)
                .isEqualTo(Files.readString(COMMITTED));
    }
}
