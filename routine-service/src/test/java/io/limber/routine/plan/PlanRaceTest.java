package io.limber.routine.plan;

import static io.limber.contracts.Contraindication.Action.AVOID;
import static io.limber.routine.Stretches.stretch;
import static org.assertj.core.api.Assertions.assertThat;

import io.limber.routine.CatalogueFeed;
import io.limber.routine.Platform;
import io.limber.routine.RoutineStack;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Changes that would be safe one after the other must stay safe at the same time. */
@QuarkusTest
@Timeout(120)
class PlanRaceTest extends RoutineStack {
    private static final int ROUNDS = 25;

    private final Platform platform = Platform.fresh();
    private final CatalogueFeed catalogue = new CatalogueFeed();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @BeforeEach
    void fillCatalogue() {
        catalogue.publish(platform.tenant(), stretch("plain"), stretch("pull").against("RADICULOPATHY", AVOID));
    }

    @AfterEach
    void close() {
        threads.close();
        catalogue.close();
    }

    @Test
    void noPlanBecomesActiveBesideANewExclusion() throws Exception {
        String routine = platform.compose("pull");
        for (int round = 0; round < ROUNDS; round++) {
            String person = "person-" + round;
            platform.describe(person, "UTC");

            List<Response> answers = together(
                    () -> platform.call(Platform.plan(person, routine)).post("/v1/plans"),
                    () -> platform.redescribe(person, "\"v1\"", "UTC", "RADICULOPATHY"));

            assertThat(answers.get(0).statusCode()).isIn(201, 422);
            assertThat(answers.get(1).statusCode()).isEqualTo(200);
            assertNoActivePlan(person);
        }
    }

    @Test
    void noPlanBecomesActiveBesideANewContentOfItsRoutine() throws Exception {
        platform.describe("bob", "UTC", "RADICULOPATHY");
        for (int round = 0; round < ROUNDS; round++) {
            String routine = platform.compose("plain");

            List<Response> answers = together(
                    () -> platform.call(Platform.plan("bob", routine)).post("/v1/plans"),
                    () -> platform.call(Platform.routine("pull"))
                            .header("If-Match", "\"v1\"")
                            .put("/v1/routines/{id}", routine));

            // Exactly one of the two can be.
            assertThat(answers.stream().map(Response::statusCode).toList()).isIn(List.of(201, 409), List.of(422, 200));
        }
    }

    @Test
    void aNewExclusionAndANewContentDoNotMissEachOther() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String person = "both-" + round;
            platform.describe(person, "UTC");
            String routine = platform.compose("plain");
            platform.plan(person, routine, 201);

            List<Response> answers = together(
                    () -> platform.redescribe(person, "\"v1\"", "UTC", "RADICULOPATHY"),
                    () -> platform.call(Platform.routine("pull"))
                            .header("If-Match", "\"v1\"")
                            .put("/v1/routines/{id}", routine));

            assertThat(answers.get(0).statusCode()).isEqualTo(200);
            assertThat(answers.get(1).statusCode()).isIn(200, 409);
            if (answers.get(1).statusCode() == 200) {
                assertNoActivePlan(person);
            }
        }
    }

    @Test
    void aRoutineIsNotRemovedUnderANewPlan() throws Exception {
        platform.describe("anna", "UTC");
        for (int round = 0; round < ROUNDS; round++) {
            String routine = platform.compose("plain");

            List<Response> answers = together(
                    () -> platform.call(Platform.plan("anna", routine)).post("/v1/plans"),
                    () -> platform.call().header("If-Match", "\"v1\"").delete("/v1/routines/{id}", routine));

            assertThat(answers.stream().map(Response::statusCode).toList()).isIn(List.of(201, 409), List.of(422, 204));
        }
    }

    @Test
    void noPlanIsLeftWithTheOldDaysOfItsCalendar() throws Exception {
        platform.describe("anna", "UTC");
        String routine = platform.compose("plain");
        String schedule = """
                {"daysOfWeek": ["MONDAY"], "startTimes": ["10:00"], "holidays": {"calendar": "%s"}}""";
        try (ScheduleTopic topic = new ScheduleTopic()) {
            for (int round = 0; round < ROUNDS; round++) {
                String calendar = "calendar-" + round;
                platform.calendar(calendar, null, "2027-01-04");

                List<Response> answers = together(
                        () -> platform.call(Platform.planWith("anna", routine, schedule.formatted(calendar)))
                                .post("/v1/plans"),
                        () -> platform.calendar(calendar, "\"v1\"", "2027-02-01"));

                assertThat(answers).extracting(Response::statusCode).containsExactly(201, 200);
                String plan = answers.get(0).path("id");
                int version = platform.readPlan(plan).path("version");
                assertThat(topic.of(plan, version)
                                .getLast()
                                .json()
                                .at("/timing/holidays/days/0")
                                .asText())
                        .isEqualTo("2027-02-01");
            }
        }
    }

    @Test
    void aCalendarIsNotRemovedUnderANewPlan() throws Exception {
        platform.describe("anna", "UTC");
        String routine = platform.compose("plain");
        String schedule = """
                {"daysOfWeek": ["MONDAY"], "startTimes": ["10:00"], "holidays": {"calendar": "plant"}}""";
        for (int round = 0; round < ROUNDS; round++) {
            platform.calendar("plant", null, "2027-01-04");
            String etag = platform.call().get("/v1/calendars/plant").header("ETag");

            List<Response> answers = together(
                    () -> platform.call(Platform.planWith("anna", routine, schedule))
                            .post("/v1/plans"),
                    () -> platform.call().header("If-Match", etag).delete("/v1/calendars/plant"));

            assertThat(answers.stream().map(Response::statusCode).toList()).isIn(List.of(201, 409), List.of(422, 204));
            if (answers.get(0).statusCode() == 201) {
                platform.move(answers.get(0).path("id"), "end", "\"v1\"");
            }
        }
    }

    @Test
    void theSamePersonIsAddedOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String person = "new-" + round;

            List<Response> answers =
                    together(() -> platform.describe(person, "UTC"), () -> platform.describe(person, "UTC"));

            assertThat(answers.stream().map(Response::statusCode).sorted().toList())
                    .containsExactly(201, 428);
        }
    }

    private void assertNoActivePlan(String person) {
        List<String> states =
                platform.call().get("/v1/plans?personId={person}", person).path("items.state");
        assertThat(states).doesNotContain("ACTIVE");
    }

    @SafeVarargs
    private List<Response> together(Callable<Response>... calls) throws Exception {
        CyclicBarrier start = new CyclicBarrier(calls.length);
        List<Future<Response>> running = new ArrayList<>();
        for (Callable<Response> call : calls) {
            running.add(threads.submit(() -> {
                start.await(10, TimeUnit.SECONDS);
                return call.call();
            }));
        }
        List<Response> answers = new ArrayList<>();
        for (Future<Response> future : running) {
            answers.add(future.get(30, TimeUnit.SECONDS));
        }
        return answers;
    }
}
