package io.limber.bench.steady;

import io.limber.bench.Session;
import io.limber.bench.firing.Firing;
import io.limber.bench.population.Population;
import io.limber.bench.report.LineChart;
import io.limber.bench.report.MachineFacts;
import io.limber.bench.report.Result;
import io.limber.bench.report.Table;
import io.limber.bench.stack.BenchStack;
import io.limber.bench.stack.Numbers;
import io.limber.bench.topic.Audit;
import io.limber.bench.topic.Lateness;
import io.limber.localstack.Arguments;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** {@code ./limber bench steady}: 200 cadences a minute over 100,000 members, for some minutes. */
public final class SteadyBench {

    private static final int WARM_UP = 20_000;
    private static final int MINUTE = 60;

    private SteadyBench() {}

    public static Set<String> options() {
        return Set.of("--minutes", "--cadences-a-minute", "--members", "--bursts");
    }

    public static Result run(Session session, Arguments arguments) throws SQLException {
        var load = new Load(
                Numbers.of(arguments, "--minutes", 5),
                Numbers.of(arguments, "--cadences-a-minute", 200),
                Numbers.of(arguments, "--members", 100_000),
                arguments.get("--bursts", "no").equals("yes"));
        try (var stack = BenchStack.start(session.home(), session.progress(), 1)) {
            var firing = new Firing(stack, session.clock(), session.progress());
            session.progress().say("Warming up");
            firing.herd(1, Math.min(WARM_UP, load.members()), 1);
            session.progress().say("Measuring for " + load.minutes() + " min");
            var fired = firing.fire(first -> load.population(2, first));
            try (var server = stack.server()) {
                return result(load, fired, stack.peakResidentMiB(), MachineFacts.of(server));
            }
        }
    }

    /**
     * Each cadence is due once.
     *
     * @param bursts whether the cadences of a minute are due together at its start, or spread over its seconds
     */
    record Load(int minutes, int cadencesAMinute, int members, boolean bursts) {

        Population population(int series, Instant first) {
            var cadences = minutes * cadencesAMinute;
            return new Population(
                    series,
                    members,
                    cadences,
                    IntStream.range(0, cadences)
                            .mapToObj(cadence -> first.plusSeconds(second(cadence)))
                            .toList());
        }

        private long second(int cadence) {
            var within = bursts ? 0 : cadence % cadencesAMinute * MINUTE / cadencesAMinute;
            return (long) cadence / cadencesAMinute * MINUTE + within;
        }
    }

    private static Result result(Load load, Firing.Fired fired, long resident, Map<String, Object> machine) {
        var findings = fired.findings();
        var lateness = findings.lateness();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("minutes", load.minutes());
        figures.put("cadencesPerMinute", load.cadencesAMinute());
        figures.put("members", load.members());
        figures.put("bursts", load.bursts());
        figures.put("lateness", lateness.json());
        figures.put("lost", findings.lost());
        figures.put("duplicates", findings.duplicates());
        figures.put("wrong", findings.wrong());
        figures.put("residentMiB", resident);
        figures.put("machine", machine);
        var table = new Table("due to topic", "reminders", "p50 ms", "p99 ms", "max ms", "lost", "duplicates")
                .row(
                        load.bursts() ? "all of a minute at once" : "spread over the minute",
                        lateness.count(),
                        lateness.percentile(50),
                        lateness.percentile(99),
                        lateness.max(),
                        findings.lost(),
                        findings.duplicates());
        var plot = LineChart.of(
                "From due to visible on the topic",
                "minutes",
                "milliseconds",
                List.of(
                        line("p50", findings, slot -> slot.percentile(50)),
                        line("p99", findings, slot -> slot.percentile(99)),
                        line("max", findings, Lateness::max)));
        return new Result("steady", figures, table, plot, findings.exactlyOnce());
    }

    private static LineChart.Series line(String name, Audit.Findings findings, ToLongFunction<Lateness> figure) {
        var slots = findings.bySlot();
        return new LineChart.Series(
                name,
                slots.entrySet().stream()
                        .map(slot -> new LineChart.Point(
                                (slot.getKey() - slots.firstKey()) * Audit.SLOT_SECONDS / (double) MINUTE,
                                figure.applyAsLong(slot.getValue())))
                        .toList());
    }
}
