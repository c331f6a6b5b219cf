package io.limber.reminder.delivery;

import io.limber.reminder.bucket.Backlog;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the worker, and holds it back; a raised signal is never lost, several raised ones count as one. */
@Singleton
public class DeliverySignal {
    private final Semaphore raised = new Semaphore(0);
    private final Backlog backlog;

    DeliverySignal(Backlog backlog) {
        this.backlog = backlog;
    }

    public void raise() {
        raised.release();
    }

    /** Returns when this process has nothing to emit, or after {@code patience}. */
    void giveWay(Duration patience) throws InterruptedException {
        backlog.awaitEmpty(patience);
    }

    /** Returns when raised or after {@code patience}. */
    void await(Duration patience) throws InterruptedException {
        if (raised.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            raised.drainPermits();
        }
    }
}
