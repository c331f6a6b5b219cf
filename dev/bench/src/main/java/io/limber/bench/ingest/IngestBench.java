package io.limber.bench.ingest;

import io.limber.bench.Session;
import io.limber.bench.population.Population;
import io.limber.bench.population.ScheduleEvents;
import io.limber.bench.report.LineChart;
import io.limber.bench.report.MachineFacts;
import io.limber.bench.report.Result;
import io.limber.bench.report.Table;
import io.limber.bench.stack.BenchStack;
import io.limber.bench.stack.Numbers;
import io.limber.localstack.Arguments;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./limber bench ingest}: how many schedule events a second the service takes in. */
public final class IngestBench {

    private static final Duration FAR = Duration.ofHours(6);

    private IngestBench() {}

    public static Set<String> options() {
        return Set.of("--events", "--cadences", "--warm-up");
    }

    public static Result run(Session session, Arguments arguments) throws SQLException {
        var events = Numbers.of(arguments, "--events", 200_000);
        var cadences = Numbers.of(arguments, "--cadences", 1_000);
        var warmUp = Numbers.of(arguments, "--warm-up", Math.clamp(events / 4, 100, 50_000));
        try (var stack = BenchStack.start(session.home(), session.progress(), 1);
                var producer = new ScheduleEvents(stack.bootstrapServers());
                var ingested = new Ingested(stack.bootstrapServers(), session.clock())) {
            var due = session.clock().instant().plus(FAR).truncatedTo(ChronoUnit.SECONDS);
            session.progress().say("Warming up");
            send(producer, ingested, Population.dueAt(1, warmUp, Math.min(cadences, warmUp), due));
            session.progress().say("Measuring");
            var population = Population.dueAt(2, events, Math.min(cadences, events), due);
            var measured = send(producer, ingested, population);
            return result(stack, population, measured, ingested);
        }
    }

    /** Sends while the service takes in, as it is when an installation is filled. */
    private static Measured send(ScheduleEvents producer, Ingested ingested, Population population) {
        var before = ingested.count();
        var began = ingested.now();
        for (var number = 0; number < population.size(); number++) {
            producer.send(population, number);
        }
        producer.flush();
        var points = new ArrayList<LineChart.Point>();
        var last = ingested.await(
                before + population.size(),
                (at, count) -> points.add(
                        new LineChart.Point(Duration.between(began, at).toMillis() / 1000.0, count - before)));
        return new Measured(Duration.between(began, last).toMillis() / 1000.0, points);
    }

    private static Result result(BenchStack stack, Population population, Measured measured, Ingested ingested)
            throws SQLException {
        var rows = rows(stack, population);
        var dead = ingested.deadLetters();
        var perSecond = Math.round(population.size() / measured.seconds());
        var figures = new LinkedHashMap<String, Object>();
        figures.put("events", population.size());
        figures.put("cadences", population.cadences());
        figures.put("seconds", measured.seconds());
        figures.put("eventsPerSecond", perSecond);
        figures.put("rows", rows);
        figures.put("deadLetters", dead);
        figures.put("residentMiB", stack.peakResidentMiB());
        try (var server = stack.server()) {
            figures.put("machine", MachineFacts.of(server));
        }
        var table = new Table("", "per second", "events", "seconds", "rows", "dead letters")
                .row("Limber", perSecond, population.size(), measured.seconds(), rows, dead);
        var plot = LineChart.of(
                "Schedule events in the database",
                "seconds since the first was sent",
                "events",
                List.of(new LineChart.Series("Limber", measured.points())));
        return new Result("ingest", figures, table, plot, rows == population.size() && dead == 0);
    }

    private static long rows(BenchStack stack, Population population) throws SQLException {
        try (var database = stack.database();
                var query = database.prepareStatement("SELECT count(*) FROM reminder WHERE tenant = ?")) {
            query.setString(1, population.tenant());
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    /** @param points events in the database by seconds */
    private record Measured(double seconds, List<LineChart.Point> points) {}

    /** Hears how far it is. */
    @FunctionalInterface
    interface Progress {
        void at(Instant time, long count);
    }

    static Map<String, Object> properties(String bootstrapServers) {
        return Map.of("bootstrap.servers", bootstrapServers);
    }
}
