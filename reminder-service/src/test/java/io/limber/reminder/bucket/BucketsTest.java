package io.limber.reminder.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class BucketsTest {
    @Test
    void picksThePartitionThatKafkaPicks() {
        Buckets buckets = new Buckets(16);
        for (int i = 0; i < 1_000; i++) {
            String plan = UUID.randomUUID().toString();
            assertThat(buckets.of(plan))
                    .isEqualTo(BuiltInPartitioner.partitionForKey(plan.getBytes(StandardCharsets.UTF_8), 16));
        }
    }
}
