package io.limber.bench.stack;

import io.limber.localstack.Home;
import io.limber.localstack.LocalStack;
import io.limber.localstack.Ports;
import io.limber.localstack.Progress;
import io.limber.localstack.Service;
import io.limber.localstack.ServiceProcess;
import io.limber.localstack.StackOptions;
import io.limber.localstack.TokenCommand;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL and Kafka of the local stack, and a packaged service once or several times, on free ports and on data of
 * its own that is thrown away before and after.
 */
public final class BenchStack implements AutoCloseable {

    private final LocalStack stack;
    private final Service service;
    private final List<ServiceProcess> replicas = new ArrayList<>();

    private BenchStack(LocalStack stack, Service service) {
        this.stack = stack;
        this.service = service;
    }

    /** @param replicas processes of reminder-service */
    public static BenchStack start(Home home, Progress progress, int replicas) {
        return start(home, progress, Service.REMINDER, replicas);
    }

    /** @param replicas processes of the service */
    public static BenchStack start(Home home, Progress progress, Service service, int replicas) {
        var own = new Home(home.project(), home.data().resolve("bench"));
        var options = StackOptions.of(own, Ports.free()).only(service).forMeasuring();
        var bench = new BenchStack(LocalStack.start(options, progress), service);
        bench.replicas.add(bench.stack.service(service));
        try {
            for (var more = 1; more < replicas; more++) {
                bench.replicas.add(bench.stack.startReplica(service));
            }
            return bench;
        } catch (RuntimeException e) {
            bench.close();
            throw e;
        }
    }

    public String bootstrapServers() {
        return stack.kafka().bootstrapServers();
    }

    /** The service's database, as administrator. */
    public Connection database() throws SQLException {
        return connect(stack.postgres().adminUrl(databaseName()));
    }

    private String databaseName() {
        return "limber_" + service.word();
    }

    /** Where the first process of the service listens. */
    public URI baseUrl() {
        return replicas.getFirst().baseUrl();
    }

    /** A token that the service takes. */
    public String token(String tenant, String scopes) {
        return TokenCommand.mint(stack.keys(), tenant, "bench", scopes, "12h");
    }

    /** Ends the service and starts one process of it anew, so that what is measured next is as young as what was before. */
    public void restart() {
        replicas.forEach(ServiceProcess::stop);
        replicas.clear();
        replicas.add(stack.startReplica(service));
    }

    /** From the start of the process to its first ready answer, in seconds, at the last start. */
    public double startSeconds() {
        return replicas.getFirst().startSeconds();
    }

    /** The administrator's address of any database of the same server. */
    public String databaseUrl(String database) {
        return stack.postgres().adminUrl(database);
    }

    /** The server's maintenance database, as administrator. */
    public Connection server() throws SQLException {
        return connect(stack.postgres().adminUrl());
    }

    /** @throws BenchException with the end of its log when a process of the service has ended by itself */
    public void requireService() {
        for (var replica : replicas) {
            if (!replica.isAlive()) {
                throw new BenchException(replica.name() + " has ended. The end of its log:\n" + replica.endOfLog());
            }
        }
    }

    /** The most memory that one of the service's processes ever held, in MiB, as the kernel counts it. */
    public long peakResidentMiB() {
        return replicas.stream()
                .mapToLong(replica -> ofProcess(replica, Processes::peakResidentMiB))
                .max()
                .orElse(0);
    }

    /** Processor time of all the service's processes so far. */
    public Duration processorTime() {
        return Duration.ofNanos(replicas.stream()
                .mapToLong(replica -> ofProcess(replica, Processes::processorNanos))
                .sum());
    }

    /** Ends the service and throws its database away, so that nothing of it works beside what is measured next. */
    public void endService() throws SQLException {
        replicas.forEach(ServiceProcess::askToStop);
        replicas.forEach(ServiceProcess::stop);
        try (var connection = server();
                var statement = connection.createStatement()) {
            statement.execute("DROP DATABASE " + databaseName() + " WITH (FORCE)");
            statement.execute("CHECKPOINT");
        }
    }

    @Override
    public void close() {
        stack.close();
    }

    private static long ofProcess(ServiceProcess replica, ToLongFunction<ProcessHandle> question) {
        return replica.handle().map(question::applyAsLong).orElse(0L);
    }

    private static Connection connect(String url) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setURL(url);
        return source.getConnection();
    }
}
