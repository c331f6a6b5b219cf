package io.limber.bench.peer;

import io.limber.bench.stack.BenchException;
import io.limber.bench.stack.BenchStack;
import io.limber.bench.topic.CommitWatch;
import io.limber.localstack.Home;
import io.limber.localstack.Service;
import io.limber.localstack.ServiceJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Measures one peer: on a database of its own on the same server, on a topic of its own of the same broker. */
public final class PeerRun {

    private static final int WARM_UP_SHARE = 5;
    private static final int PARTITIONS = 16;

    private final BenchStack stack;
    private final Home home;
    private final Clock clock;

    public PeerRun(BenchStack stack, Home home, Clock clock) {
        this.stack = stack;
        this.home = home;
        this.clock = clock;
    }

    /**
     * @param reminders as counted on its topic
     * @param seconds from its first record on the topic to its last; so the time until it looks for due work is not counted
     * @param progress records on the topic by time
     */
    public record Measured(PeerKind kind, long reminders, double seconds, TreeMap<Long, Long> progress) {
        public double perSecond() {
            return reminders / seconds;
        }
    }

    public Measured measure(PeerKind kind, int reminders) throws SQLException {
        var database = "bench_" + kind.word().replace('-', '_');
        var topic = "bench." + kind.word();
        onServer("CREATE DATABASE " + database);
        createTopic(topic);
        try (var process = start(kind, database, topic, reminders)) {
            process.await(PeerMain.READY);
            try (var watch = CommitWatch.start(stack.bootstrapServers(), clock, topic)) {
                process.go();
                process.await(PeerMain.DONE);
                watch.awaitVisible(reminders);
                return measured(kind, watch);
            }
        } finally {
            onServer("DROP DATABASE " + database + " WITH (FORCE)");
            onServer("CHECKPOINT");
        }
    }

    private static Measured measured(PeerKind kind, CommitWatch watch) {
        var progress = watch.progress();
        progress.values().removeIf(visible -> visible == 0);
        var seconds = (progress.lastKey() - progress.firstKey()) / 1000.0;
        return new Measured(kind, watch.visible(), Math.max(seconds, 0.001), progress);
    }

    private Running start(PeerKind kind, String database, String topic, int reminders) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // As the service runs, with more memory.
        command.addAll(ServiceJvm.asInImages(Service.REMINDER).flags());
        command.removeIf(flag -> flag.startsWith("-Djava.util.logging.manager"));
        command.addAll(List.of("-Xmx512m", "-cp", System.getProperty("java.class.path"), PeerMain.class.getName()));
        command.addAll(List.of(
                kind.word(),
                stack.databaseUrl(database),
                stack.bootstrapServers(),
                topic,
                Integer.toString(Math.max(1, reminders / WARM_UP_SHARE)),
                Integer.toString(reminders),
                home.logs().resolve("bench-" + kind.word() + ".log").toString()));
        try {
            return new Running(
                    kind,
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.appendTo(home.logs()
                                    .resolve("bench-" + kind.word() + ".err")
                                    .toFile()))
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void onServer(String sql) throws SQLException {
        try (var connection = stack.server();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void createTopic(String topic) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new BenchException("Topic " + topic + " not created", e);
        }
    }

    private static final class Running implements AutoCloseable {

        private final PeerKind kind;
        private final Process process;
        private final BufferedReader lines;
        private final PrintWriter orders;

        Running(PeerKind kind, Process process) {
            this.kind = kind;
            this.process = process;
            this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            this.orders = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        }

        void await(String expected) {
            try {
                var line = lines.readLine();
                while (line != null && !line.equals(expected)) {
                    if (line.startsWith("not done")) {
                        throw new BenchException(kind.word() + ": " + line);
                    }
                    line = lines.readLine();
                }
                if (line == null) {
                    throw new BenchException(kind.word() + " ended before it was " + expected + "; see bench-"
                            + kind.word() + ".err among the logs");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void go() {
            orders.println("go");
        }

        @Override
        public void close() {
            orders.close();
            try {
                if (!process.waitFor(15, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    process.waitFor();
                }
            } catch (InterruptedException e) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
