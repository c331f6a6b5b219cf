package io.limber.bench.herd;

import io.limber.bench.report.MachineFacts;
import io.limber.bench.report.Result;
import io.limber.bench.report.Table;
import io.limber.bench.stack.BenchStack;
import io.limber.localstack.Arguments;
import io.limber.localstack.Home;
import io.limber.localstack.Progress;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./limber bench herd}: many reminders due at one instant. */
public final class HerdBench {

    private final Home home;
    private final Clock clock;
    private final Progress progress;

    public HerdBench(Home home, Clock clock, Progress progress) {
        this.home = home;
        this.clock = clock;
        this.progress = progress;
    }

    public static Set<String> options() {
        return HerdOptions.NAMES;
    }

    public Result run(Arguments arguments) throws SQLException {
        var options = HerdOptions.of(arguments, List.of());
        try (var stack = BenchStack.start(home, progress, options.replicas())) {
            var firing = new Firing(stack, clock, progress);
            progress.say("Warming up");
            firing.fire(1, options.warmUp(), 1);
            progress.say("Measuring");
            var fired = firing.fire(2, options.reminders(), options.cadences());
            var resident = stack.peakResidentMiB();
            try (var server = stack.server()) {
                return result(options, fired, resident, MachineFacts.of(server));
            }
        }
    }

    private static Result result(HerdOptions options, Firing.Fired fired, long resident, Map<String, Object> machine) {
        var findings = fired.findings();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("reminders", options.reminders());
        figures.put("emittedPerSecond", Math.round(fired.perSecond()));
        figures.put("seconds", fired.seconds());
        figures.put("lateness", findings.lateness().json());
        figures.put("lost", findings.lost());
        figures.put("duplicates", findings.duplicates());
        figures.put("wrong", findings.wrong());
        figures.put("residentMiB", resident);
        figures.put("cadences", options.cadences());
        figures.put("replicas", options.replicas());
        figures.put("machine", machine);
        var table = new Table("", "per second", "seconds", "reminders", "p50 ms", "p99 ms", "max ms")
                .row(
                        "Limber",
                        Math.round(fired.perSecond()),
                        fired.seconds(),
                        findings.planned() - findings.lost(),
                        findings.lateness().percentile(50),
                        findings.lateness().percentile(99),
                        findings.lateness().max());
        return new Result("herd", figures, table, "", findings.exactlyOnce());
    }
}
