package io.limber.journeys.chaos;

import io.limber.contracts.Topics;
import io.limber.journeys.ReminderSettings;
import io.limber.localstack.ServiceProcess;
import io.limber.localstack.TokenMint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** What a campaign hurts: a database, a broker and three replicas of its own, of which two run and one comes and goes. */
final class Arena implements AutoCloseable {
    static final int STANDING = 2;
    static final int GUEST = 2;

    private static final String GROUP = "limber-reminder-schedules";
    private static final String DEAD_LETTERS = Topics.deadLetters(Topics.SCHEDULES);
    private static final long ANSWER_SECONDS = 5;

    private final Path directory;
    private final SplittableRandom ports = new SplittableRandom();
    private final Thread emergency = new Thread(this::end);
    private final Database database;
    private final BrokerProcess broker;
    private final Admin admin;
    private final List<Replica> replicas = new ArrayList<>();

    /** @param chunk most reminders in one Kafka transaction */
    Arena(CampaignSettings settings, int chunk) {
        this.directory = fresh(settings.work());
        this.database = new Database(directory, port());
        this.broker = new BrokerProcess(directory, port(), port());
        Runtime.getRuntime().addShutdownHook(emergency);
        broker.start();
        this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        String publicKey = new TokenMint(TokenMint.newKeys()).publicKey();
        for (int number = 0; number <= GUEST; number++) {
            replicas.add(replica(settings.project(), "replica-" + number, chunk, publicKey));
        }
        replicas.subList(0, STANDING).forEach(Replica::launch);
        replicas.forEach(Replica::awaitReady);
    }

    Path directory() {
        return directory;
    }

    Database database() {
        return database;
    }

    BrokerProcess broker() {
        return broker;
    }

    Replica replica(int number) {
        return replicas.get(number);
    }

    List<Replica> replicas() {
        return replicas;
    }

    /** The buckets a replica owns now; none when nobody can say. */
    Set<Integer> bucketsOf(Replica replica) {
        Set<Integer> buckets = new HashSet<>();
        try {
            var group = admin.describeConsumerGroups(List.of(GROUP))
                    .all()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .get(GROUP);
            for (MemberDescription member : group == null ? List.<MemberDescription>of() : group.members()) {
                if (member.clientId().startsWith(replica.name())) {
                    member.assignment().topicPartitions().forEach(partition -> buckets.add(partition.partition()));
                }
            }
        } catch (ExecutionException | TimeoutException e) {
            return Set.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return buckets;
    }

    /** Schedules that were put aside; all that the campaign sends are good. */
    long deadLetters() {
        TopicPartition only = new TopicPartition(DEAD_LETTERS, 0);
        try {
            return admin.listOffsets(Map.of(only, OffsetSpec.latest()))
                    .partitionResult(only)
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .offset();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("nobody says how many dead letters there are", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends everything at once; nothing of it is needed any more. Logs stay. */
    @Override
    public void close() {
        admin.close(java.time.Duration.ZERO);
        end();
        Runtime.getRuntime().removeShutdownHook(emergency);
        delete(directory.resolve("kafka"));
        delete(directory.resolve("postgres"));
    }

    private void end() {
        replicas.forEach(Replica::close);
        broker.close();
        database.close();
    }

    private Replica replica(Path project, String name, int chunk, String publicKey) {
        int port = port();
        Map<String, String> environment = new HashMap<>(ReminderSettings.with(database.settings()));
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_OIDC_PUBLIC_KEY", publicKey);
        environment.put("QUARKUS_OTEL_SDK_DISABLED", "true");
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        environment.put("LIMBER_FIRING_CHUNK_SIZE", Integer.toString(chunk));
        environment.put("KAFKA_CLIENT_ID", name);
        Path jar = project.resolve("reminder-service/target/quarkus-app/quarkus-run.jar")
                .toAbsolutePath()
                .normalize();
        return new Replica(name, new ServiceProcess(name, jar, port, environment, directory.resolve(name + ".log")));
    }

    /**
     * A free port below those the system hands out: while the broker or the database is away, a client that knocks on a port from
     * that range may be given the very same one for its own end, and then the server cannot come back.
     */
    private int port() {
        while (true) {
            int port = ports.nextInt(20_000, 30_000);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException taken) {
                // The next one.
            }
        }
    }

    private static Path fresh(Path work) {
        try {
            return Files.createTempDirectory(Files.createDirectories(work.toAbsolutePath()), "chaos-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> {
                var unused = path.toFile().delete();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
