package io.limber.localstack.demo;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Tells the steps as they are observed, and stops at the first that is not. */
final class Story {

    private final Consumer<String> out;

    Story(Consumer<String> out) {
        this.out = out;
    }

    /** The step that failed, with what was seen. */
    static final class StepFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StepFailed(String step, Throwable cause) {
            super("Not observed: " + step + "\n  Seen: " + cause.getMessage(), cause);
        }
    }

    /** Runs a step and says how long it took. */
    <T> T step(String what, Callable<T> work) {
        var began = System.nanoTime();
        try {
            var result = work.call();
            out.accept(String.format(Locale.ROOT, "  ✓ %s (%.1f s)", what, (System.nanoTime() - began) / 1e9));
            return result;
        } catch (Exception e) {
            out.accept("  ✗ " + what);
            throw new StepFailed(what, e);
        }
    }

    void say(String line) {
        out.accept(line);
    }
}
