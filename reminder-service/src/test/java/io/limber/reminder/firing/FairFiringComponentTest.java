package io.limber.reminder.firing;

import static io.limber.reminder.firing.FiringStage.expected;
import static io.limber.reminder.firing.PlanFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limber.reminder.ReminderServiceTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tenants and cadences that are due together: nobody waits for a larger one, and nothing gets lost between turns. */
@ReminderServiceTest
@TestProfile(ByHand.class)
class FairFiringComponentTest {
    private static final int CHUNK = 120;

    @Inject
    FiringStage stage;

    @AfterEach
    void end() {
        stage.end();
    }

    /** The other tenant has more cadences than fit into a chunk, and all of them were due before. */
    @Test
    void aTenantsFewAreDoneWithinAChunkBesideAnothersMany() {
        // Given
        String other = "other-" + stage.tenant;
        stage.at(TEN.minusSeconds(60));
        List<PlanFixture> many = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            many.addAll(stage.putMany(other, 3, PlanFixture.ownLateness()));
        }
        List<PlanFixture> few = new ArrayList<>();
        long lateness = PlanFixture.ownLateness();
        for (int i = 0; i < 40; i++) {
            few.add(PlanFixture.daily(stage.tenant, lateness).at("UTC", LocalTime.of(10, 0, 1)));
        }
        stage.put(few.toArray(PlanFixture[]::new));
        BucketFiring owner = stage.owner(CHUNK);

        // When
        stage.at(TEN.plusSeconds(1));
        assertThat(owner.chunk()).isTrue();

        // Then
        assertThat(stage.emittedIds()).containsExactlyInAnyOrderElementsOf(expected(few, TEN.plusSeconds(1)));
        owner.fire();
        assertThat(stage.emittedIds(other)).containsExactlyInAnyOrderElementsOf(expected(many, TEN));
    }

    /** What small cadences leave of their share goes to the large one. */
    @Test
    void fillsTheChunk() {
        // Given
        String other = "other-" + stage.tenant;
        stage.at(TEN.minusSeconds(60));
        stage.putMany(other, 300, PlanFixture.ownLateness());
        stage.putMany(20, PlanFixture.ownLateness());
        BucketFiring owner = stage.owner(CHUNK);

        // When
        stage.at(TEN);
        assertThat(owner.chunk()).isTrue();

        // Then
        assertThat(stage.emittedIds()).hasSize(20);
        assertThat(stage.emittedIds(other)).hasSize(CHUNK - 20);
    }

    /** More large cadences than the cursor can name: some are put down in the table, and taken up by the next owner. */
    @ParameterizedTest
    @EnumSource(FiringStage.Death.class)
    void moreLargeCadencesThanTheCursorCanNameSurviveCrashes(FiringStage.Death death) {
        // Given
        stage.at(TEN.minusSeconds(60));
        List<List<PlanFixture>> plans = new ArrayList<>();
        for (int i = 0; i < 2 * CursorRoom.UNDER_WAY + 5; i++) {
            plans.add(stage.putMany("large-" + i + "-" + stage.tenant, 40, PlanFixture.ownLateness()));
        }
        stage.at(TEN);

        // When
        for (int after : List.of(1, 2)) {
            assertThatThrownBy(() -> stage.mortal(CHUNK, death, after).fire()).isInstanceOf(FiringStage.Died.class);
        }
        stage.owner(CHUNK).fire();

        // Then
        for (List<PlanFixture> own : plans) {
            assertThat(stage.emittedIds(own.getFirst().tenant()))
                    .containsExactlyInAnyOrderElementsOf(expected(own, TEN));
        }
    }
}
