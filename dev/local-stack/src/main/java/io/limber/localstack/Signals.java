package io.limber.localstack;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;

/**
 * Turns Ctrl-C, {@code kill} and a closed terminal into an orderly end. Not shutdown hooks: those run side by side, and PostgreSQL
 * and Kafka must outlive the services that still write to them.
 */
final class Signals {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final AtomicInteger number = new AtomicInteger();

    private Signals() {}

    static Signals catchAll() {
        var signals = new Signals();
        for (var name : new String[] {"INT", "TERM", "HUP"}) {
            try {
                var unused = Signal.handle(new Signal(name), signal -> {
                    signals.number.compareAndSet(0, signal.getNumber());
                    signals.arrived.countDown();
                });
            } catch (IllegalArgumentException e) {
                // Not known to this operating system.
            }
        }
        return signals;
    }

    boolean have() {
        return arrived.getCount() == 0;
    }

    /** Waits until a signal comes, at most this long. */
    boolean arriveWithin(java.time.Duration limit) throws InterruptedException {
        return arrived.await(limit.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    /** Exit code as shells report an end by this signal. */
    int exitCode() {
        return 128 + number.get();
    }
}
