package io.limber.routine.catalogue;

import io.limber.kit.events.Patience;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Channel {@code catalog}: batches in order, each acknowledged when it is stored. */
@ApplicationScoped
class CatalogueConsumer {
    private static final String CHANNEL = "catalog";

    private final CatalogueIngest ingest;
    private final Patience patience;

    CatalogueConsumer(CatalogueIngest ingest, Patience patience) {
        this.ingest = ingest;
        this.patience = patience;
    }

    @Incoming(CHANNEL)
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        patience.untilDone(CHANNEL, () -> ingest.apply(records));
    }
}
