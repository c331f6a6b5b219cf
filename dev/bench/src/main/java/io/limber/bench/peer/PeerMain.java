package io.limber.bench.peer;

import io.limber.localstack.Logging;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The process of one peer. It warms up, plans the reminders to be measured, says {@link #READY}, waits for a line, works, and says
 * {@link #DONE} when the broker has acknowledged all of them.
 */
public final class PeerMain {

    static final String READY = "ready";
    static final String DONE = "done";

    private static final long LIMIT_SECONDS = 180;

    private PeerMain() {}

    /** @param words peer, JDBC URL, bootstrap servers, topic, how many to warm up with, how many to measure, log file */
    public static void main(String[] words) throws Exception {
        Logging.toFile(Path.of(words[6]));
        var warmUp = Integer.parseInt(words[4]);
        var count = Integer.parseInt(words[5]);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (var database = new PeerDatabase(words[1]);
                var sender = new Sender(words[2], words[3]);
                var peer = PeerKind.find(words[0])
                        .orElseThrow()
                        .make(new Peer.Tools(database, sender, Clock.systemUTC()))) {
            peer.createTables();
            sender.expect(warmUp);
            peer.plan(0, warmUp);
            peer.work();
            require(sender.awaitAll(LIMIT_SECONDS), "warm-up");
            peer.rest();
            sender.expect(count);
            peer.plan(warmUp, count);
            database.execute("CHECKPOINT");
            say(READY);
            in.readLine();
            peer.work();
            require(sender.awaitAll(LIMIT_SECONDS), "measurement");
            say(DONE);
            in.readLine();
        }
        System.exit(0);
    }

    private static void require(boolean inTime, String phase) {
        if (!inTime) {
            say("not done after " + LIMIT_SECONDS + " s of " + phase);
            System.exit(1);
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
