package io.limber.journeys.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The campaign's broker: stopped in order or killed, and started again on the same data and port. */
final class BrokerProcess implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(20);

    private final Path data;
    private final Path ready;
    private final Path log;
    private final int port;
    private final int controllerPort;
    private @Nullable Process process;

    BrokerProcess(Path directory, int port, int controllerPort) {
        this.data = directory.resolve("kafka");
        this.ready = directory.resolve("kafka-ready");
        this.log = directory.resolve("kafka.log");
        this.port = port;
        this.controllerPort = controllerPort;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Starts it and waits until it answers. */
    void start() {
        try {
            Files.deleteIfExists(ready);
            Process started = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process = started;
            awaitReady(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Orderly stop, or a kill when that takes too long. */
    void stop() {
        Process running = process;
        if (running != null) {
            running.destroy();
            if (!endsWithin(running, STOP)) {
                kill();
            }
            process = null;
        }
    }

    /** {@code kill -9}. */
    void kill() {
        Process running = process;
        if (running != null) {
            running.destroyForcibly();
            running.onExit().join();
            process = null;
        }
    }

    @Override
    public void close() {
        kill();
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerMain.class.getName(),
                data.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort),
                ready.toString());
    }

    private void awaitReady(Process started) {
        long deadline = System.nanoTime() + START.toNanos();
        while (!Files.exists(ready)) {
            if (endsWithin(started, Duration.ofMillis(50)) || System.nanoTime() > deadline) {
                throw new IllegalStateException("the broker did not start: " + log);
            }
        }
    }

    private static boolean endsWithin(Process running, Duration limit) {
        try {
            return running.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
