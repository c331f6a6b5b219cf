package io.limber.journeys.chaos;

import io.limber.localstack.ServiceProcess;
import java.time.Duration;

/** One reminder-service. */
final class Replica implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);

    private final String name;
    private final ServiceProcess process;
    private boolean wanted;
    private boolean frozen;

    /** @param name also its client id in the consumer group, which says which buckets are its */
    Replica(String name, ServiceProcess process) {
        this.name = name;
        this.process = process;
    }

    String name() {
        return name;
    }

    /** Starts it, unless it runs, and returns at once. */
    void launch() {
        wanted = true;
        process.launch();
    }

    /** Waits until it is ready; fails when it has ended by itself. */
    void awaitReady() {
        if (wanted) {
            process.awaitReady(START);
        }
    }

    /** Whether it is ready, or not meant to run. One that starts while its database is away ends, and is started again. */
    boolean isAsWanted() {
        return !wanted || process.isReady();
    }

    /** Whether it could take over what another one leaves. */
    boolean isStandby() {
        return process.isAlive() && !frozen;
    }

    /** Whether it ended although nobody ended it. */
    boolean diedByItself() {
        return wanted && !process.isAlive();
    }

    void kill() {
        wanted = false;
        frozen = false;
        process.kill();
    }

    void stop() {
        thaw();
        wanted = false;
        process.stop();
    }

    /** Stands still, with all connections open, until {@link #thaw}; nobody is told. */
    void freeze() {
        frozen = true;
        signal("-STOP");
    }

    void thaw() {
        frozen = false;
        signal("-CONT");
    }

    @Override
    public void close() {
        kill();
    }

    private void signal(String signal) {
        process.handle().ifPresent(handle -> Signals.send(signal, handle.pid()));
    }
}
