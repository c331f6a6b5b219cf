package io.limber.bench.peer;

import java.time.Clock;

/**
 * A scheduler that sends one Kafka record for each reminder that is due, and notes in the database that it did. Lives in
 * {@link PeerMain}'s process.
 */
interface Peer extends AutoCloseable {

    /** As many threads and connections for each of them. */
    int THREADS = 32;

    /** Tables as the scheduler's own documentation gives them. */
    void createTables() throws Exception;

    /** Plans reminders that are due already, while it is at rest. */
    void plan(int first, int count) throws Exception;

    /** Begins or goes on to work on what is due. */
    void work() throws Exception;

    /** Begins nothing more until {@link #work()}. */
    void rest() throws Exception;

    @Override
    void close() throws Exception;

    /** What a peer works with. */
    record Tools(PeerDatabase database, Sender sender, Clock clock) {}
}
