package io.limber.reminder.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.contracts.ReminderDue;
import io.limber.reminder.DueTopic;
import io.limber.reminder.Platform;
import io.limber.reminder.ReminderServiceTest;
import io.limber.reminder.WebhookSink;
import io.limber.reminder.bucket.Backlog;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two workers as two replicas would run them: separate but for the database. */
@ReminderServiceTest
class DeliveryRaceTest {
    private static final int REMINDERS = 300;

    @Inject
    DeliveryQueue queue;

    @Inject
    @All
    List<Sender> senders;

    @Inject
    Settlement settlement;

    @Inject
    DeliveryConfig config;

    @Inject
    MeterRegistry metrics;

    @Inject
    Clock clock;

    @Test
    @Timeout(120)
    void twoWorkersDeliverEachReminderOnce() throws Exception {
        Platform platform = Platform.fresh();
        try (DueTopic topic = new DueTopic();
                WebhookSink sink = WebhookSink.open();
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            // Given
            platform.receiveAt(sink.url());
            Instant now = clock.instant();
            List<ReminderDue> dues = IntStream.range(0, REMINDERS)
                    .mapToObj(i -> DueTopic.due("p-" + i, now.plusMillis(i)))
                    .toList();
            dues.forEach(due -> topic.put(platform, due));
            dues.forEach(due -> topic.await(platform, due));

            // When
            List<Callable<Integer>> workers = List.of(worker()::deliverDue, worker()::deliverDue);
            int attempts = 0;
            for (Future<Integer> done : new ArrayList<>(threads.invokeAll(workers))) {
                attempts += done.get();
            }

            // Then
            assertThat(sink.received())
                    .extracting(request -> request.header("webhook-id"))
                    .containsExactlyInAnyOrderElementsOf(
                            dues.stream().map(ReminderDue::reminderId).toList());
            assertThat(attempts).isGreaterThanOrEqualTo(REMINDERS);
        }
    }

    private DeliveryWorker worker() {
        return new DeliveryWorker(
                queue, senders, settlement, new DeliverySignal(new Backlog()), config, metrics, clock);
    }
}
