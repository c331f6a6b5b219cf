package io.limber.reminder.firing;

import io.limber.kit.kafka.KafkaSettings;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the buckets' producers on the broker that is configured. */
@ApplicationScoped
class ReminderProducers implements BucketFiring.Producers {
    private final KafkaSettings kafka;
    private final Cursors cursors;

    ReminderProducers(KafkaSettings kafka, Cursors cursors) {
        this.kafka = kafka;
        this.cursors = cursors;
    }

    @Override
    public ReminderProducer open(int bucket) {
        return new ReminderProducer(kafka, cursors, bucket);
    }
}
