package io.limber.bench.herd;

import io.limber.bench.Session;
import io.limber.bench.firing.Firing;
import io.limber.bench.peer.PeerRun;
import io.limber.bench.report.MachineFacts;
import io.limber.bench.report.Result;
import io.limber.bench.stack.BenchStack;
import io.limber.localstack.Arguments;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code ./limber bench herd}: many reminders due at one instant. */
public final class HerdBench {

    private HerdBench() {}

    public static Set<String> options() {
        return HerdOptions.NAMES;
    }

    public static Result run(Session session, Arguments arguments) throws SQLException {
        var options = HerdOptions.of(arguments);
        try (var stack = BenchStack.start(session.home(), session.progress(), options.replicas())) {
            var firing = new Firing(stack, session.clock(), session.progress());
            session.progress().say("Warming up");
            firing.herd(1, options.warmUp(), 1);
            session.progress().say("Measuring Limber");
            var fired = firing.herd(2, options.reminders(), options.cadences());
            var resident = stack.peakResidentMiB();
            // What it does after the herd must not take anything from the others.
            stack.endService();
            var peers = measurePeers(session, stack, options);
            try (var server = stack.server()) {
                return new HerdResult(options, fired, resident, peers).with(MachineFacts.of(server));
            }
        }
    }

    private static List<PeerRun.Measured> measurePeers(Session session, BenchStack stack, HerdOptions options)
            throws SQLException {
        var measured = new ArrayList<PeerRun.Measured>();
        for (var kind : options.peers()) {
            session.progress().say("Measuring " + kind.word());
            var one = new PeerRun(stack, session.home(), session.clock())
                    .measure(kind, kind.reminders(options.reminders()));
            session.progress()
                    .say(String.format(
                            Locale.ROOT,
                            "  %,d in %.1f s: %,.0f a second",
                            one.reminders(),
                            one.seconds(),
                            one.perSecond()));
            measured.add(one);
        }
        return measured;
    }
}
