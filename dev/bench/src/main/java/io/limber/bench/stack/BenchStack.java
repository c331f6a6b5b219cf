package io.limber.bench.stack;

import io.limber.localstack.Home;
import io.limber.localstack.LocalStack;
import io.limber.localstack.Ports;
import io.limber.localstack.Progress;
import io.limber.localstack.Service;
import io.limber.localstack.ServiceProcess;
import io.limber.localstack.StackOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * PostgreSQL and Kafka of the local stack, and the packaged reminder-service once or several times, on free ports and on data of
 * its own that is thrown away before and after.
 */
public final class BenchStack implements AutoCloseable {

    private static final String DATABASE = "limber_reminder";

    private final LocalStack stack;
    private final List<ServiceProcess> replicas = new ArrayList<>();

    private BenchStack(LocalStack stack) {
        this.stack = stack;
    }

    /** @param replicas processes of reminder-service */
    public static BenchStack start(Home home, Progress progress, int replicas) {
        var own = new Home(home.project(), home.data().resolve("bench"));
        var options = StackOptions.of(own, Ports.free()).only(Service.REMINDER).forMeasuring();
        var bench = new BenchStack(LocalStack.start(options, progress));
        bench.replicas.add(bench.stack.service(Service.REMINDER));
        try {
            for (var more = 1; more < replicas; more++) {
                bench.replicas.add(bench.stack.startReplica(Service.REMINDER));
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

    /** reminder-service's database, as administrator. */
    public Connection database() throws SQLException {
        return connect(stack.postgres().adminUrl(DATABASE));
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
            statement.execute("DROP DATABASE " + DATABASE + " WITH (FORCE)");
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
