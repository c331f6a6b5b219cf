package io.limber.reminder.delivery;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes the worker; a raised signal is never lost, several raised ones count as one. */
@Singleton
public class DeliverySignal {
    private final Semaphore raised = new Semaphore(0);

    public void raise() {
        raised.release();
    }

    /** Returns when raised or after {@code patience}. */
    void await(Duration patience) throws InterruptedException {
        if (raised.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            raised.drainPermits();
        }
    }
}
