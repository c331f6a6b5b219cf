package io.limber.reminder.bucket;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which bucket a plan belongs to: the partition that Kafka's own partitioner picks for the plan's key. */
@ApplicationScoped
public class Buckets {
    private final int count;

    Buckets(@ConfigProperty(name = "limber.topics.partitions") int count) {
        this.count = count;
    }

    public int of(String planId) {
        return Utils.toPositive(Utils.murmur2(planId.getBytes(StandardCharsets.UTF_8))) % count;
    }

    /** How many there are. Fixed for the life of an installation: another number would move plans between buckets. */
    public int count() {
        return count;
    }
}
