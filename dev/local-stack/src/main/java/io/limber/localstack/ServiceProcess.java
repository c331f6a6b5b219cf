package io.limber.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A packaged service as a process of its own: started, waited for, stopped in order or killed, and started again. */
public final class ServiceProcess implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofSeconds(25);
    private static final int SHOWN_LOG_LINES = 25;

    private final String name;
    private final Path jar;
    private final int port;
    private final Map<String, String> environment;
    private final Path log;
    private final ServiceJvm jvm;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private volatile @Nullable Process process;
    private volatile long launchedAt;
    private volatile double startSeconds;

    public ServiceProcess(String name, Path jar, int port, Map<String, String> environment, Path log) {
        this(name, jar, port, environment, log, ServiceJvm.quickStart());
    }

    public ServiceProcess(String name, Path jar, int port, Map<String, String> environment, Path log, ServiceJvm jvm) {
        this.name = name;
        this.jar = jar;
        this.port = port;
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.jvm = jvm;
    }

    /** Starts the process and returns at once. */
    public synchronized void launch() {
        if (isAlive()) {
            return;
        }
        if (!Files.exists(jar)) {
            throw new StackException(name + " is not built: " + jar + " is missing. ./limber up builds it.");
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm.flags());
        // Made while packaging, by this very JDK; another one ignores it.
        var archive = jar.resolveSibling("app-cds.jsa");
        if (jvm.takesArchive() && Files.exists(archive)) {
            command.add("-XX:SharedArchiveFile=" + archive);
        }
        command.addAll(List.of("-jar", jar.toString()));
        try {
            var builder = new ProcessBuilder(command)
                    .directory(jar.resolveSibling(".").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            launchedAt = System.nanoTime();
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + name, e);
        }
    }

    /** Starts the process and waits until it says that it is ready. */
    public void start(Duration limit) {
        launch();
        awaitReady(limit);
        startSeconds = (System.nanoTime() - launchedAt) / 1e9;
    }

    /** Waits until the service says that it is ready; fails at once when its process ends. */
    public void awaitReady(Duration limit) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!isReady()) {
            if (hasEndedWithin(Duration.ofMillis(40))) {
                throw new StackException(name + " ended while it started. The end of " + log + ":\n" + endOfLog());
            }
            if (System.nanoTime() > deadline) {
                throw new StackException(name + " is not ready after " + limit.toSeconds() + " s. The end of " + log
                        + ":\n" + endOfLog());
            }
        }
    }

    /** Whether readiness answers 200 now. */
    public boolean isReady() {
        var request = HttpRequest.newBuilder(baseUrl().resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for " + name, e);
        }
    }

    /** Asks the service to finish what it does and end, and returns at once. */
    public void askToStop() {
        var current = process;
        if (current != null) {
            current.destroy();
        }
    }

    /** Asks the service to finish what it does and end; ends it after a while if it does not. */
    public synchronized void stop() {
        var current = process;
        if (current == null) {
            return;
        }
        askToStop();
        if (!hasEndedWithin(STOP_LIMIT)) {
            kill();
        }
        process = null;
    }

    /** Ends the service without a word, as {@code kill -9} does, and waits until it is gone. */
    public synchronized void kill() {
        var current = process;
        if (current == null) {
            return;
        }
        current.destroyForcibly();
        current.onExit().join();
        process = null;
    }

    public boolean isAlive() {
        var current = process;
        return current != null && current.isAlive();
    }

    public Optional<ProcessHandle> handle() {
        return Optional.ofNullable(process).map(Process::toHandle);
    }

    public String name() {
        return name;
    }

    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    /** From the start of the process to its first ready answer, at the last start. */
    public double startSeconds() {
        return startSeconds;
    }

    /** The last lines the service wrote. */
    public String endOfLog() {
        try {
            var lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    @Override
    public void close() {
        stop();
    }

    private boolean hasEndedWithin(Duration limit) {
        var current = process;
        if (current == null) {
            return true;
        }
        try {
            return current.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while waiting for " + name, e);
        }
    }
}
