package io.limber.routine.catalogue;

import static io.limber.contracts.Contraindication.Action.AVOID;
import static io.limber.routine.Stretches.stretch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.limber.contracts.EventHeaders;
import io.limber.contracts.EventTypes;
import io.limber.contracts.StretchAdapted;
import io.limber.contracts.StretchWords;
import io.limber.contracts.Topics;
import io.limber.kit.events.EventJson;
import io.limber.routine.CatalogueFeed;
import io.limber.routine.Platform;
import io.limber.routine.RoutineStack;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.TopicReader;
import io.limber.testkit.TopicRecord;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a tenant makes of global stretches. */
@QuarkusTest
class AdaptationComponentTest extends RoutineStack {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Platform platform = Platform.fresh();
    private final String id = "s-" + UUID.randomUUID();
    private final CatalogueFeed catalogue = new CatalogueFeed();

    @BeforeEach
    void publish() {
        catalogue.publish(null, stretch(id).named("Everybody's"));
    }

    @AfterEach
    void close() {
        catalogue.close();
    }

    @Test
    void aHiddenStretchIsNotOfferedToTheTenant() {
        catalogue.adapt(platform.tenant(), hidden(1));

        platform.call(Platform.routine(id))
                .post("/v1/routines")
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-reference"))
                .body("errors.pointer", contains("/items/0/stretchId"))
                .body("errors[0].message", equalTo("'" + id + "' is no longer offered."));
        Platform.fresh().compose(id);
    }

    @Test
    void routinesAndPlansThatHaveAHiddenStretchGoOn() {
        platform.describe("anna", "UTC");
        String routine = platform.compose(id);
        String plan = platform.plan("anna", routine, 201);

        catalogue.adapt(platform.tenant(), hidden(1));

        platform.move(plan, "pause", "\"v1\"").then().statusCode(200);
        platform.move(plan, "resume", "\"v2\"").then().statusCode(200);
        platform.plan("anna", routine, 201);
        platform.call(Platform.routine(id))
                .header("If-Match", "\"v1\"")
                .put("/v1/routines/{id}", routine)
                .then()
                .statusCode(200);
    }

    @Test
    void aHiddenStretchIsNoAlternative() {
        String region = "region-of-" + platform.tenant();
        catalogue.publish(null, stretch(id).revision(2).regions(region));
        catalogue.publish(platform.tenant(), stretch("pull").regions(region).against("RADICULOPATHY", AVOID));
        platform.describe("bob", "UTC", "RADICULOPATHY");
        String plan = Platform.plan("bob", platform.compose("pull"));
        catalogue.adapt(platform.tenant(), named(1, "Ours"));
        platform.call(plan)
                .post("/v1/plans")
                .then()
                .body("clashes[0].instead.stretchId", equalTo(id))
                .body("clashes[0].instead.name", equalTo("Ours"));

        catalogue.adapt(platform.tenant(), hidden(2));

        platform.call(plan).post("/v1/plans").then().statusCode(422).body("clashes[0].instead", nullValue());
    }

    @Test
    void aNewRevisionBringsItsContraindicationsUnderAnAdaptation() {
        platform.describe("bob", "UTC", "RADICULOPATHY");
        String routine = platform.compose(id);
        catalogue.adapt(platform.tenant(), new StretchAdapted(id, 1, true, Map.of("en", words("Ours"))));

        catalogue.publish(null, stretch(id).revision(2).against("RADICULOPATHY", AVOID));

        platform.call(Platform.plan("bob", routine))
                .post("/v1/plans")
                .then()
                .statusCode(422)
                .body("code", equalTo("plan-contraindicated"))
                .body("clashes.stretchId", contains(id));
    }

    @Test
    void theTenantsWordsStandInFront() {
        catalogue.adapt(platform.tenant(), named(1, "Ours"));
        catalogue.publish(null, stretch(id).revision(2).named("Everybody's, anew"));

        assertThat(nameSeenBy(platform)).isEqualTo("Ours");
        assertThat(nameSeenBy(Platform.fresh())).isEqualTo("Everybody's, anew");
    }

    @Test
    void withoutTheAdaptationItIsAsEverybodySeesIt() {
        catalogue.adapt(platform.tenant(), new StretchAdapted(id, 1, true, Map.of("en", words("Ours"))));

        catalogue.adapt(platform.tenant(), new StretchAdapted(id, 2, false, Map.of()));

        assertThat(nameSeenBy(platform)).isEqualTo("Everybody's");
    }

    @Test
    void theHighestVersionWinsInWhateverOrderTheyCome() {
        catalogue.adapt(platform.tenant(), named(3, "Third"));
        send(named(2, "Second"));
        send(named(3, "Third again"));
        settle();

        assertThat(nameSeenBy(platform)).isEqualTo("Third");
    }

    @Test
    void mayComeBeforeItsStretch() {
        String late = "late-" + id;
        catalogue.adapt(platform.tenant(), new StretchAdapted(late, 1, true, Map.of()));

        catalogue.publish(null, stretch(late));

        platform.call(Platform.routine(late)).post("/v1/routines").then().statusCode(422);
    }

    @Test
    void leavesAStretchOfTheTenantsOwnAlone() {
        catalogue.adapt(platform.tenant(), hidden(1));

        catalogue.publish(platform.tenant(), stretch(id).named("Our own"));

        assertThat(nameSeenBy(platform)).isEqualTo("Our own");
    }

    @Test
    void underAnotherKeyIsADeadLetter() {
        catalogue.send(
                EventTypes.STRETCH_ADAPTED,
                platform.tenant(),
                CatalogueFeed.key(platform.tenant(), id),
                EventJson.write(hidden(1)));

        assertThat(letter(CatalogueFeed.key(platform.tenant(), id)).header(EventHeaders.DEAD_REASON))
                .isEqualTo("the key is not that of the adaptation");
        platform.compose(id);
    }

    @Test
    void theApplicationRoleMayNotWriteIt() {
        SqlProbe app = SqlProbe.as("routine", SqlProbe.Role.APP).inTenant(platform.tenant());

        assertThatThrownBy(() -> app.execute("UPDATE catalogue_adaptation SET version = 0"))
                .isInstanceOf(SqlProbe.SqlProbeException.class);
    }

    private StretchAdapted hidden(long version) {
        return new StretchAdapted(id, version, true, Map.of());
    }

    private StretchAdapted named(long version, String name) {
        return new StretchAdapted(id, version, false, Map.of("en", words(name)));
    }

    private static StretchWords words(String name) {
        return new StretchWords(name, null, null, null, null, null, null, null);
    }

    private void send(StretchAdapted adaptation) {
        catalogue.send(EventTypes.STRETCH_ADAPTED, platform.tenant(), key(), EventJson.write(adaptation));
    }

    /** Waits for all before: a refused record comes after those of its key, and what is sent then in a later batch. */
    private void settle() {
        catalogue.send(EventTypes.STRETCH_ADAPTED, platform.tenant(), key(), new byte[0]);
        var unused = letter(key());
        catalogue.publish(platform.tenant(), stretch("after"));
    }

    private static TopicRecord letter(String key) {
        try (TopicReader letters = TopicReader.open(Topics.deadLetters(Topics.CATALOG))) {
            return letters.readFirst(letter -> key.equals(letter.key()), LIMIT);
        }
    }

    private String key() {
        return Topics.adaptationKey(platform.tenant(), id);
    }

    private String nameSeenBy(Platform tenant) {
        String routine = tenant.compose(id);
        return tenant.call().get("/v1/routines/{id}", routine).path("items[0].name");
    }
}
