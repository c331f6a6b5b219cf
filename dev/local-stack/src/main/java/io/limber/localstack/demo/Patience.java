package io.limber.localstack.demo;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Looks again and again until something is there. */
final class Patience {

    private static final long PAUSE_MILLIS = 50;

    private Patience() {}

    /** @param seen says what is there instead, when the limit has passed */
    static <T> T await(Duration limit, Supplier<Optional<T>> look, Supplier<String> seen) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new NotObserved("nothing after " + limit.toSeconds() + " s; seen: " + seen.get());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotObserved("interrupted");
        }
    }
}
