package io.limber.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.catalog.CatalogTest;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.SqlProbe.Role;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Replicas that start at the same time, each in a transaction on a connection of its own. */
@CatalogTest
class ContentLoadRaceTest {
    private static final int REPLICAS = 6;
    private static final int ROUNDS = 10;

    @Inject
    ContentLoad load;

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void replicasThatStartTogetherPublishEachRevisionOnce() throws Exception {
        String id = "raced-" + UUID.randomUUID();
        try (ExecutorService replicas = Executors.newFixedThreadPool(REPLICAS)) {
            for (int revision = 1; revision <= ROUNDS; revision++) {
                long before = outboxPosition();
                Content content = TestContent.stretch(id, revision, "Revision " + revision + ".");
                CyclicBarrier start = new CyclicBarrier(REPLICAS);
                List<Future<Integer>> loads = new ArrayList<>();
                for (int replica = 0; replica < REPLICAS; replica++) {
                    loads.add(replicas.submit(() -> {
                        start.await();
                        return load.load(content).documents();
                    }));
                }

                int documents = 0;
                for (Future<Integer> one : loads) {
                    documents += one.get();
                }

                assertThat(documents).isEqualTo(1);
                assertThat(outboxPosition() - before).isEqualTo(1);
            }
        } finally {
            TestContent.retire(load, id);
        }
    }

    private static long outboxPosition() {
        return SqlProbe.as("catalog", Role.LOOP).count("SELECT last_value FROM outbox_position");
    }
}
