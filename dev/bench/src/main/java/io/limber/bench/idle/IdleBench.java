package io.limber.bench.idle;

import io.limber.bench.Session;
import io.limber.bench.population.Members;
import io.limber.bench.population.Population;
import io.limber.bench.population.ScheduleEvents;
import io.limber.bench.report.BarChart;
import io.limber.bench.report.MachineFacts;
import io.limber.bench.report.Result;
import io.limber.bench.report.Table;
import io.limber.bench.stack.BenchException;
import io.limber.bench.stack.BenchStack;
import io.limber.bench.stack.Numbers;
import io.limber.localstack.Arguments;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** {@code ./limber bench idle}: processor time of a service whose members are not due. */
public final class IdleBench {

    private static final Duration FAR = Duration.ofHours(6);
    private static final int CADENCES = 50;

    private IdleBench() {}

    public static Set<String> options() {
        return Set.of("--members", "--windows", "--seconds", "--settle");
    }

    public static Result run(Session session, Arguments arguments) throws SQLException {
        var sizes = sizes(arguments.get("--members", "10000,100000,1000000,5000000"));
        var windows = Numbers.of(arguments, "--windows", 5);
        var window = Duration.ofSeconds(Numbers.of(arguments, "--seconds", 10));
        var settle = Duration.ofSeconds(Numbers.of(arguments, "--settle", 60));
        try (var stack = BenchStack.start(session.home(), session.progress(), 1);
                var database = stack.database();
                var events = new ScheduleEvents(stack.bootstrapServers())) {
            var members = new Members(database, events);
            var due = session.clock().instant().plus(FAR).truncatedTo(ChronoUnit.SECONDS);
            var costs = new ArrayList<Cost>();
            var before = 0;
            for (var size : sizes) {
                var more = Population.dueAt(costs.size() + 1, size - before, Math.min(CADENCES, size - before), due);
                before = size;
                members.stage(more);
                members.insert(more);
                // Each size is measured on a process of the same age: a young one spends more on itself than it ever
                // does again.
                stack.restart();
                LockSupport.parkNanos(settle.toNanos());
                costs.add(new Cost(size, median(stack, windows, window)));
                session.progress()
                        .say(String.format(
                                Locale.ROOT,
                                "  %,d members: %.2f ms of processor a second",
                                size,
                                costs.getLast().millisASecond()));
            }
            return result(stack, costs);
        }
    }

    /** @param millisASecond processor time of the service's process */
    record Cost(int members, double millisASecond) {}

    private static List<Integer> sizes(String words) {
        var sizes = Arrays.stream(words.split(","))
                .map(word -> Numbers.parse("--members", word))
                .toList();
        if (!sizes.equals(sizes.stream().sorted().distinct().toList())) {
            throw new BenchException("--members are numbers that rise, with commas between");
        }
        return sizes;
    }

    private static double median(BenchStack stack, int windows, Duration window) {
        var costs = new double[windows];
        for (var index = 0; index < windows; index++) {
            var began = System.nanoTime();
            var before = stack.processorTime();
            LockSupport.parkNanos(window.toNanos());
            stack.requireService();
            var used = stack.processorTime().minus(before);
            costs[index] = used.toNanos() / 1e6 / ((System.nanoTime() - began) / 1e9);
        }
        Arrays.sort(costs);
        return costs[windows / 2];
    }

    private static Result result(BenchStack stack, List<Cost> costs) throws SQLException {
        var least = costs.getFirst();
        var most = costs.getLast();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("cpuMillisPerSecond", byMembers(costs));
        figures.put("ratio", Math.round(most.millisASecond() / least.millisASecond() * 100) / 100.0);
        figures.put("residentMiB", stack.peakResidentMiB());
        try (var server = stack.server()) {
            figures.put("machine", MachineFacts.of(server));
        }
        var table = new Table("members", "ms of processor a second", "share of one core");
        costs.forEach(cost -> table.row(
                String.format(Locale.ROOT, "%,d", cost.members()),
                cost.millisASecond(),
                String.format(Locale.ROOT, "%.2f %%", cost.millisASecond() / 10)));
        var plot = BarChart.of(
                "Processor time of a quiet service, ms a second",
                "%.2f",
                costs.stream()
                        .map(cost -> new BarChart.Bar(
                                String.format(Locale.ROOT, "%,d", cost.members()), cost.millisASecond()))
                        .toList());
        return new Result("idle", figures, table, plot, true);
    }

    private static LinkedHashMap<String, Double> byMembers(List<Cost> costs) {
        var figures = new LinkedHashMap<String, Double>();
        costs.forEach(
                cost -> figures.put(Integer.toString(cost.members()), Math.round(cost.millisASecond() * 100) / 100.0));
        return figures;
    }
}
