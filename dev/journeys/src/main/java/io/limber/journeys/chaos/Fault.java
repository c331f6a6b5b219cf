package io.limber.journeys.chaos;

import java.time.Duration;

/**
 * What is done to the arena, and how long its consequences may show: everything that was due meanwhile is out, and everything
 * that is due later is in time again.
 */
enum Fault {
    /** {@code kill -9} of one replica while another one runs; started again later. */
    KILL(seconds(15), seconds(20), false, 18),
    /** {@code kill -9} of all replicas, started again soon. */
    KILL_ALL(seconds(0), seconds(30), true, 4),
    /** One replica stands still, keeps all connections, and comes back as a zombie. */
    FREEZE(seconds(30), seconds(15), false, 20),
    /** A third replica joins and leaves in order. */
    REBALANCE(seconds(20), seconds(15), false, 15),
    /** {@code kill -9} of the broker. */
    BROKER_KILL(seconds(0), seconds(20), true, 3),
    /** Orderly stop of the broker. */
    BROKER_RESTART(seconds(0), seconds(20), true, 2),
    /** All database sessions of the replicas are ended. */
    SESSIONS(seconds(0), seconds(5), true, 0),
    /** The database is stopped in order, sessions ended. */
    DATABASE_RESTART(seconds(0), seconds(10), true, 3),
    /** The database stops without writing anything out, and recovers. */
    DATABASE_CRASH(seconds(0), seconds(10), true, 3);

    private final Duration afterBegin;
    private final Duration afterEnd;
    private final boolean throughout;
    private final int longest;

    Fault(Duration afterBegin, Duration afterEnd, boolean throughout, int longest) {
        this.afterBegin = afterBegin;
        this.afterEnd = afterEnd;
        this.throughout = throughout;
        this.longest = longest;
    }

    /** From its beginning, for the part of it that others make good before it ends. */
    Duration afterBegin() {
        return afterBegin;
    }

    /** From when what was hurt was started again. */
    Duration afterEnd() {
        return afterEnd;
    }

    /** Whether nothing can be emitted from its beginning to its end. */
    boolean isThroughout() {
        return throughout;
    }

    /** Most seconds between its beginning and its end. */
    int longest() {
        return longest;
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
