package io.limber.journeys;

import io.limber.localstack.FreePort;
import io.limber.testkit.TestStack;
import io.limber.testkit.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** One of the packaged services as a process of its own, on the test stack's PostgreSQL and Kafka; killed without mercy. */
final class PackagedService implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Path ROOT = Path.of(System.getProperty("limber.root", "../.."));

    private final String service;
    private final int port = FreePort.any();
    private final Process process;
    private final Path log;

    private PackagedService(String service, Map<String, String> settings) throws IOException {
        this.service = service;
        Path jar = ROOT.resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar.normalize() + " is missing: package " + service + "-service first");
        }
        Path logs = Files.createDirectories(Path.of("target", "services"));
        this.log = Files.createTempFile(logs, service + "-", ".log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toAbsolutePath().toString());
        builder.environment().putAll(environment());
        builder.environment().putAll(settings);
        this.process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    }

    /** Creates the service's database if need be, starts it and returns when it is ready. */
    static PackagedService start(String service, Map<String, String> settings) {
        TestStack.createServiceDatabase(service);
        try {
            PackagedService started = new PackagedService(service, settings);
            started.awaitReady();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** {@code kill -9}; returns when the process is gone. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }

    private Map<String, String> environment() {
        Map<String, String> settings = new HashMap<>();
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("LIMBER_DB_URL", TestStack.jdbcUrl("limber_" + service));
        settings.put("LIMBER_DB_OWNER_PASSWORD", TestStack.PASSWORD);
        settings.put("LIMBER_DB_APP_PASSWORD", TestStack.PASSWORD);
        settings.put("LIMBER_DB_LOOP_PASSWORD", TestStack.PASSWORD);
        settings.put("KAFKA_BOOTSTRAP_SERVERS", TestStack.bootstrapServers());
        settings.put("QUARKUS_OIDC_PUBLIC_KEY", TestTokens.publicKey());
        return settings;
    }

    private void awaitReady() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest health = HttpRequest.newBuilder(at("/q/health/ready"))
                    .timeout(Duration.ofSeconds(3))
                    .build();
            Awaitility.await()
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        if (!process.isAlive()) {
                            throw new IllegalStateException(
                                    service + " ended while starting:\n" + Files.readString(log));
                        }
                        try {
                            return http.send(health, HttpResponse.BodyHandlers.discarding())
                                            .statusCode()
                                    == 200;
                        } catch (IOException notYet) {
                            return false;
                        }
                    });
        }
    }
}
