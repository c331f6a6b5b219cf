package io.limber.journeys.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Sends what Java's process API cannot send. */
final class Signals {
    private Signals() {}

    /** @param signal as {@code kill} writes it, with its dash */
    static void send(String signal, long pid) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
