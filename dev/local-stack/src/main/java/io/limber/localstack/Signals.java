package io.limber.localstack;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;

/**
 * Turns Ctrl-C, {@code kill} and a closed terminal into an orderly end. Not shutdown hooks: those run side by side, and PostgreSQL
 * and Kafka must outlive the services that still write to them.
 */
public final class Signals {

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final AtomicInteger number = new AtomicInteger();

    private Signals() {}

    public static Signals catchAll() {
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

    public boolean have() {
        return arrived.getCount() == 0;
    }

    /** Waits until a signal comes, at most this long. */
    public boolean arriveWithin(Duration limit) throws InterruptedException {
        return arrived.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Exit code as shells report an end by this signal. */
    public int exitCode() {
        return 128 + number.get();
    }
}
