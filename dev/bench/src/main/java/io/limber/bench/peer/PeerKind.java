package io.limber.bench.peer;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The peers, and how many reminders tell the rate of each in a few seconds: what counts is the rate. */
public enum PeerKind {
    DB_SCHEDULER("db-scheduler", 40_000, DbSchedulerPeer::new),
    JOBRUNR("jobrunr", 20_000, JobRunrPeer::new),
    QUARTZ("quartz", 3_000, QuartzPeer::new),
    SQL("sql", 400_000, SqlPeer::new);

    private final String word;
    private final int most;
    private final Function<Peer.Tools, Peer> maker;

    PeerKind(String word, int most, Function<Peer.Tools, Peer> maker) {
        this.word = word;
        this.most = most;
        this.maker = maker;
    }

    public String word() {
        return word;
    }

    public static Optional<PeerKind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** As many as the herd has, but no more than it takes to tell the rate. */
    public int reminders(int herd) {
        return Math.min(herd, most);
    }

    Peer make(Peer.Tools tools) {
        return maker.apply(tools);
    }
}
