package io.limber.localstack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker (KRaft, one node that is its own controller) inside this process. Records, offsets and transactions are
 * kept in its directory across restarts.
 */
public final class KafkaBroker implements AutoCloseable {

    private final Path directory;
    private final boolean temporary;
    private final int port;
    private final int controllerPort;
    private @Nullable KafkaRaftServer running;

    private KafkaBroker(Path directory, boolean temporary, int port, int controllerPort) {
        this.directory = directory;
        this.temporary = temporary;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    /** Starts a broker on free ports whose data is deleted at {@link #close()}. */
    public static KafkaBroker startTemporary() {
        try {
            return start(
                    new KafkaBroker(Files.createTempDirectory("limber-kafka-"), true, FreePort.any(), FreePort.any()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a broker on data that is kept. A port of 0 takes a free one. */
    public static KafkaBroker start(Path directory, int port, int controllerPort) {
        return start(new KafkaBroker(
                directory.toAbsolutePath(), false, FreePort.orFree(port), FreePort.orFree(controllerPort)));
    }

    private static KafkaBroker start(KafkaBroker broker) {
        broker.start();
        return broker;
    }

    /** Starts again after {@link #stop()}, on the same data and port. */
    public synchronized void start() {
        if (running != null) {
            return;
        }
        try {
            formatOnce();
            var settings = KafkaSettings.of(directory, port, controllerPort);
            var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
            server.startup();
            running = server;
        } catch (Exception e) {
            throw new IllegalStateException("Kafka did not start on port " + port + " with data in " + directory, e);
        }
    }

    public synchronized void stop() {
        var server = running;
        if (server == null) {
            return;
        }
        running = null;
        server.shutdown();
        server.awaitShutdown();
    }

    public synchronized void restart() {
        stop();
        start();
    }

    public int port() {
        return port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        stop();
        if (temporary) {
            Directories.deleteQuietly(directory);
        }
    }

    private void formatOnce() throws Exception {
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(directory);
        new Formatter()
                .setPrintStream(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .addDirectory(directory.toString())
                .setMetadataLogDirectory(directory.toString())
                .setControllerListenerName(KafkaSettings.CONTROLLER)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .run();
    }
}
