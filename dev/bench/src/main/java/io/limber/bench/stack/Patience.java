package io.limber.bench.stack;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for something to become true. */
public final class Patience {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(100);

    private Patience() {}

    /** @throws BenchException when it is not true in time */
    public static void until(Duration limit, String what, Condition condition) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!holds(condition, what)) {
            if (System.nanoTime() > deadline) {
                throw new BenchException("After " + limit.toSeconds() + " s it was still not so that " + what);
            }
            pause();
        }
    }

    /** A short wait between two looks. */
    public static void pause() {
        LockSupport.parkNanos(PAUSE);
    }

    private static boolean holds(Condition condition, String what) {
        try {
            return condition.holds();
        } catch (Exception e) {
            throw new BenchException("Cannot tell whether " + what, e);
        }
    }

    /** What is waited for. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }
}
