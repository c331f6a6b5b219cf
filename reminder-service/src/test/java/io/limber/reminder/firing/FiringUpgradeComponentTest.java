package io.limber.reminder.firing;

import static io.limber.reminder.firing.FiringStage.expected;
import static io.limber.reminder.firing.PlanFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.limber.contracts.Topics;
import io.limber.kit.kafka.KafkaSettings;
import io.limber.reminder.ReminderServiceTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the version before left in Kafka half done goes on, neither lost nor repeated. */
@ReminderServiceTest
@TestProfile(ByHand.class)
class FiringUpgradeComponentTest {
    @Inject
    FiringStage stage;

    @Inject
    KafkaSettings kafka;

    @AfterEach
    void end() {
        stage.end();
    }

    @Test
    void aCursorOfTheFirstVersionHoldsForEveryTenantOnThePattern() throws Exception {
        // Given
        String other = "other-" + stage.tenant;
        long finished = PlanFixture.ownLateness();
        long underWay = PlanFixture.ownLateness();
        stage.at(TEN.minusSeconds(60));
        stage.putMany(3, finished);
        stage.putMany(other, 3, finished);
        List<PlanFixture> mine = stage.putMany(15, underWay);
        List<PlanFixture> others = stage.putMany(other, 15, underWay);
        List<PlanFixture> both = new ArrayList<>(mine);
        both.addAll(others);
        both.sort(Comparator.comparing(PlanFixture::id));
        String last = both.get(11).id();
        String due = Long.toString(TEN.getEpochSecond(), 36);
        commit("1||" + pattern(finished) + "." + due + ";" + pattern(underWay) + "." + due + "." + last);

        // When
        stage.at(TEN);
        stage.owner(10).fire();

        // Then
        assertThat(stage.emittedIds()).containsExactlyInAnyOrderElementsOf(expected(behind(mine, last), TEN));
        assertThat(stage.emittedIds(other)).containsExactlyInAnyOrderElementsOf(expected(behind(others, last), TEN));
        stage.at(TEN.plus(Duration.ofDays(1)));
        stage.owner(10).fire();
        assertThat(stage.emittedIds())
                .as("the next day all of them")
                .hasSize(behind(mine, last).size() + 18);
    }

    private static List<PlanFixture> behind(List<PlanFixture> plans, String last) {
        return plans.stream().filter(plan -> plan.id().compareTo(last) > 0).toList();
    }

    private String pattern(long lateness) throws Exception {
        Object definition = stage.sql
                .query("SELECT definition FROM cadence WHERE definition LIKE ? LIMIT 1", "%;" + lateness)
                .get(0)
                .get("definition");
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(String.valueOf(definition).getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
    }

    private void commit(String metadata) throws Exception {
        try (Admin admin = Admin.create(kafka.admin())) {
            admin.alterConsumerGroupOffsets(
                            ReminderProducer.GROUP,
                            Map.of(
                                    new TopicPartition(Topics.REMINDERS, stage.bucket),
                                    new OffsetAndMetadata(100, metadata)))
                    .all()
                    .get();
        }
    }
}
