package io.limber.reminder.firing;

import static io.limber.reminder.firing.FiringStage.expected;
import static io.limber.reminder.firing.PlanFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.limber.reminder.ReminderServiceTest;
import io.limber.reminder.bucket.LostLease;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Timeout;

/** Owners take a bucket from each other while thousands are due in it: all are emitted, none twice. */
@ReminderServiceTest
@TestProfile(ByHand.class)
class BucketFiringRaceTest {
    private static final Logger LOG = Logger.getLogger(BucketFiringRaceTest.class);
    private static final int OWNERS = 4;
    private static final int CHUNK = 40;

    @Inject
    FiringStage stage;

    private final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();

    @AfterEach
    void end() {
        stage.end();
    }

    @RepeatedTest(3)
    @Timeout(120)
    void ownersTakeOverFromEachOther(RepetitionInfo repetition) throws InterruptedException {
        long seed = Long.getLong("limber.seed", 20261123L) + repetition.getCurrentRepetition();
        LOG.infof("seed=%d", seed);
        Random random = new Random(seed);
        stage.at(TEN.minusSeconds(60));
        List<PlanFixture> plans = new ArrayList<>(stage.putMany(1_500, PlanFixture.ownLateness()));
        for (int i = 0; i < 30; i++) {
            plans.addAll(stage.putMany(random.nextInt(60), PlanFixture.ownLateness()));
        }
        stage.at(TEN);

        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < OWNERS; i++) {
            // Each becomes the owner while its predecessor is at work and does not know yet.
            BucketFiring owner = stage.owner(CHUNK);
            Thread thread = Thread.ofPlatform().start(() -> fire(owner));
            threads.add(thread);
            thread.join(20 + random.nextInt(150));
        }
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(60));
        }
        stage.owner(CHUNK).fire();

        assertThat(unexpected).isEmpty();
        assertThat(stage.emittedIds()).containsExactlyInAnyOrderElementsOf(expected(plans, TEN));
    }

    /** Goes on after being fenced, as the loop does, until it is told that somebody else owns the bucket. */
    private void fire(BucketFiring owner) {
        for (int tries = 0; tries < 100; tries++) {
            try {
                owner.fire();
                return;
            } catch (LostLease e) {
                return;
            } catch (KafkaException e) {
                LOG.debugf("Fenced: error=%s", e);
            } catch (RuntimeException e) {
                unexpected.add(e);
                return;
            }
        }
        unexpected.add(new AssertionError("never came through"));
    }
}
