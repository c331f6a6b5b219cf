package io.limber.routine;

import static io.limber.routine.Stretches.stretch;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.limber.contracts.Topics;
import io.limber.testkit.TestStack;
import io.limber.testkit.TopicReader;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Kafka away: people can still be planned for, and what was planned is told as soon as it is back. */
@QuarkusTest
@Timeout(180)
class KafkaOutageComponentTest extends RoutineStack {
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Platform platform = Platform.fresh();

    @Test
    void liveAndServingWithoutKafkaAndNothingIsLost() {
        try (CatalogueFeed catalogue = new CatalogueFeed()) {
            catalogue.publish(platform.tenant(), stretch("plain"));
        }
        platform.describe("anna", "UTC");
        String routine = platform.compose("plain");
        String plan;
        TestStack.stopKafka();
        try {
            Awaitility.await()
                    .atMost(LIMIT)
                    .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503));

            given().get("/q/health/live").then().statusCode(200);
            plan = platform.plan("anna", routine, 201);
        } finally {
            TestStack.startKafka();
        }

        try (TopicReader schedules = TopicReader.open(Topics.SCHEDULES)) {
            assertThat(schedules
                            .readFirst(record -> plan.equals(record.key()), LIMIT)
                            .json()
                            .at("/version")
                            .asInt())
                    .isEqualTo(1);
        }
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        try (CatalogueFeed catalogue = new CatalogueFeed()) {
            catalogue.publish(platform.tenant(), stretch("back-again"));
        }
    }
}
