package io.limber.routine.catalogue;

import static io.limber.routine.Stretches.stretch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limber.contracts.EventHeaders;
import io.limber.contracts.Topics;
import io.limber.kit.events.EventJson;
import io.limber.routine.CatalogueFeed;
import io.limber.routine.Platform;
import io.limber.routine.RoutineStack;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.TopicReader;
import io.limber.testkit.TopicRecord;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogueComponentTest extends RoutineStack {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Platform platform = Platform.fresh();
    private final String id = "s-" + UUID.randomUUID();
    private final CatalogueFeed catalogue = new CatalogueFeed();

    @AfterEach
    void close() {
        catalogue.close();
    }

    @Test
    void everybodySeesTheGlobalCatalogue() {
        catalogue.publish(null, stretch(id));

        Platform.fresh().compose(id);
        Platform.fresh().compose(id);
    }

    @Test
    void aTenantsOwnStretchIsTheTenantsAndStandsBeforeTheGlobalOne() {
        catalogue.publish(null, stretch(id).named("Everybody's"));
        catalogue.publish(platform.tenant(), stretch(id).named("Our own"));

        assertThat(nameSeenBy(platform)).isEqualTo("Our own");
        assertThat(nameSeenBy(Platform.fresh())).isEqualTo("Everybody's");
    }

    @Test
    void aTenantsOwnStretchIsUnknownToOthers() {
        catalogue.publish(null, stretch("global-" + id));
        catalogue.publish(platform.tenant(), stretch(id));

        Platform.fresh().call(Platform.routine(id)).post("/v1/routines").then().statusCode(422);
    }

    @Test
    void aTenantsTombstoneLeavesTheGlobalStretchAlone() {
        catalogue.publish(null, stretch(id));
        catalogue.publish(platform.tenant(), stretch(id));

        catalogue.retire(platform.tenant(), id);

        platform.call(Platform.routine(id)).post("/v1/routines").then().statusCode(422);
        Platform.fresh().compose(id);
    }

    @Test
    void theHighestRevisionWinsInWhateverOrderTheyCome() {
        catalogue.publish(platform.tenant(), stretch(id).revision(3).named("Third"));
        catalogue.send(
                platform.tenant(),
                key(),
                EventJson.write(stretch(id).revision(2).named("Second").published()));
        catalogue.send(
                platform.tenant(),
                key(),
                EventJson.write(stretch(id).revision(3).named("Third again").published()));
        catalogue.publish(platform.tenant(), stretch("after-" + id));

        assertThat(nameSeenBy(platform)).isEqualTo("Third");
    }

    @Test
    void aRetiredStretchComesBackWithAHigherRevisionOnly() {
        catalogue.publish(platform.tenant(), stretch(id));
        catalogue.retire(platform.tenant(), id);
        catalogue.send(platform.tenant(), key(), EventJson.write(stretch(id).published()));
        catalogue.publish(platform.tenant(), stretch("after-" + id));

        platform.call(Platform.routine(id)).post("/v1/routines").then().statusCode(422);

        catalogue.publish(platform.tenant(), stretch(id).revision(2));

        platform.compose(id);
    }

    @Test
    void whatCannotBeReadBecomesADeadLetterAndTheChannelGoesOn() {
        byte[] junk = "{oops".getBytes(StandardCharsets.UTF_8);
        byte[] withNul = EventJson.write(stretch(id).named("a\u0000b").published());

        catalogue.send(platform.tenant(), key(), junk);
        catalogue.send(platform.tenant(), key(), withNul);
        catalogue.send(
                platform.tenant(), id, EventJson.write(stretch(id).revision(2).published()));
        catalogue.send("key-" + id, junk, Map.of());
        catalogue.send("type-" + id, junk, Map.of("ce_id", "x"));
        catalogue.publish(platform.tenant(), stretch(id));

        assertThat(nameSeenBy(platform)).isEqualTo("The " + id);
        try (TopicReader letters = TopicReader.open(Topics.deadLetters(Topics.CATALOG))) {
            List<TopicRecord> ours =
                    letters
                            .readUntil(
                                    records -> records.stream()
                                                    .filter(this::isOurs)
                                                    .count()
                                            == 5,
                                    LIMIT)
                            .stream()
                            .filter(this::isOurs)
                            .toList();
            assertThat(ours)
                    .extracting(letter -> letter.header(EventHeaders.DEAD_REASON))
                    .containsExactlyInAnyOrder(
                            "the payload is not a StretchPublished",
                            "the database cannot hold it (SQL state 22P05)",
                            "the key is not that of a stretch of its owner",
                            "header ce_id is missing",
                            "header ce_type is missing");
            assertThat(ours)
                    .extracting(letter -> letter.header(EventHeaders.DEAD_TOPIC))
                    .containsOnly(Topics.CATALOG);
            assertThat(ours).extracting(TopicRecord::value).contains("{oops");
        }
    }

    @Test
    void theApplicationRoleMayNotWriteTheReadModel() {
        SqlProbe app = SqlProbe.as("routine", SqlProbe.Role.APP).inTenant(platform.tenant());

        assertThatThrownBy(() -> app.execute("UPDATE catalogue_stretch SET retired = true"))
                .isInstanceOf(SqlProbe.SqlProbeException.class);
    }

    private String key() {
        return CatalogueFeed.key(platform.tenant(), id);
    }

    private boolean isOurs(TopicRecord letter) {
        String key = String.valueOf(letter.key());
        return key.endsWith(id);
    }

    private String nameSeenBy(Platform tenant) {
        String routine = tenant.compose(id);
        return tenant.call().get("/v1/routines/{id}", routine).path("items[0].name");
    }
}
