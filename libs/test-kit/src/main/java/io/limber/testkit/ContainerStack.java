package io.limber.testkit;

import io.limber.localstack.FreePort;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Both servers from the official images. Host ports are fixed for the run, because a restarted container gets new random ones. */
final class ContainerStack implements HostedStack {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final int postgresPort = FreePort.any();
    private final PostgreSQLContainer postgres = new PostgreSQLContainer(StackKind.POSTGRES_IMAGE);
    private final KafkaContainer kafka = new KafkaContainer(StackKind.KAFKA_IMAGE);

    ContainerStack() {
        postgres.setPortBindings(List.of(postgresPort + ":5432"));
        postgres.withCommand("postgres", "-c", "max_connections=200", "-c", "timezone=Asia/Kolkata");
        kafka.setPortBindings(List.of(FreePort.any() + ":9092"));
        kafka.withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
                .withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4")
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4")
                .withEnv("KAFKA_TRANSACTION_ABORT_TIMED_OUT_TRANSACTION_CLEANUP_INTERVAL_MS", "1000");
        postgres.start();
        kafka.start();
    }

    @Override
    public String adminUrl(String database) {
        return jdbcUrl(database) + "?user=" + postgres.getUsername() + "&password=" + postgres.getPassword();
    }

    @Override
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + postgres.getHost() + ":" + postgresPort + "/" + database;
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public void restartPostgres() {
        stop(postgres);
        start(postgres);
        Awaitility.await().atMost(LIMIT).ignoreExceptions().until(this::postgresAnswers);
    }

    @Override
    public void stopKafka() {
        stop(kafka);
    }

    @Override
    public void startKafka() {
        start(kafka);
        Awaitility.await().atMost(LIMIT).ignoreExceptions().until(this::kafkaAnswers);
    }

    @Override
    public void close() {
        kafka.stop();
        postgres.stop();
    }

    private boolean postgresAnswers() throws Exception {
        var source = new PGSimpleDataSource();
        source.setURL(adminUrl("postgres"));
        try (var connection = source.getConnection()) {
            return connection.isValid(1);
        }
    }

    private boolean kafkaAnswers() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            var known = admin.listTopics().names().get(5, TimeUnit.SECONDS);
            // Leaders come after the broker does: what is known must be readable again.
            return admin.describeTopics(known).allTopicNames().get(5, TimeUnit.SECONDS).values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .noneMatch(partition ->
                            partition.leader() == null || partition.leader().isEmpty());
        }
    }

    private static void stop(GenericContainer<?> container) {
        DockerClientFactory.lazyClient()
                .stopContainerCmd(container.getContainerId())
                .exec();
    }

    private static void start(GenericContainer<?> container) {
        DockerClientFactory.lazyClient()
                .startContainerCmd(container.getContainerId())
                .exec();
    }
}
