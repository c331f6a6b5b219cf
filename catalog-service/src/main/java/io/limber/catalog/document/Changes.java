package io.limber.catalog.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells whoever follows the tables that this replica has committed a change. */
@ApplicationScoped
public class Changes {
    private final Semaphore raised = new Semaphore(0);
    private final TransactionSynchronizationRegistry transactions;

    Changes(TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
    }

    /** Raises it when the transaction commits. */
    public void raiseAfterCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    raise();
                }
            }
        });
    }

    public void raise() {
        raised.release();
    }

    /** Returns when something was raised since the last call, and after {@code most} at the latest. */
    public void await(Duration most) throws InterruptedException {
        if (raised.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            raised.drainPermits();
        }
    }
}
