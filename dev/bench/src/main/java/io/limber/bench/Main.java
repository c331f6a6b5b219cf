package io.limber.bench;

import io.limber.bench.catalog.CatalogBench;
import io.limber.bench.herd.HerdBench;
import io.limber.bench.idle.IdleBench;
import io.limber.bench.ingest.IngestBench;
import io.limber.bench.report.Pages;
import io.limber.bench.report.Result;
import io.limber.bench.stack.BenchException;
import io.limber.bench.steady.SteadyBench;
import io.limber.journeys.chaos.ChaosCommand;
import io.limber.localstack.Arguments;
import io.limber.localstack.Home;
import io.limber.localstack.Logging;
import io.limber.localstack.StackException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code ./limber bench} calls once everything is built. Progress goes to standard error, the result to standard output. */
public final class Main {

    private static final Set<String> FLAGS = Set.of("--json", "--save");

    /** Saves under another name, for a second run of the same benchmark with other arguments. */
    private static final String AS = "--as";

    private static final Map<String, Measurement> MEASUREMENTS = Map.of(
            "herd", new Measurement(HerdBench.options(), HerdBench::run),
            "ingest", new Measurement(IngestBench.options(), IngestBench::run),
            "steady", new Measurement(SteadyBench.options(), SteadyBench::run),
            "idle", new Measurement(IdleBench.options(), IdleBench::run),
            "catalog", new Measurement(CatalogBench.options(), CatalogBench::run));

    private Main() {}

    public static void main(String[] words) {
        var home = Home.fromSystem();
        Logging.toFile(home.logs().resolve("bench.log"));
        System.exit(run(new Session(home, Clock.systemUTC(), System.err::println), Arrays.asList(words)));
    }

    static int run(Session session, List<String> words) {
        var name = words.isEmpty() ? "" : words.getFirst();
        if (name.equals("chaos")) {
            return chaos(session, words.subList(1, words.size()));
        }
        var measurement = MEASUREMENTS.get(name);
        if (measurement == null) {
            System.err.println("There is no benchmark '" + name + "'. See ./limber help.");
            return 2;
        }
        try {
            var arguments = Arguments.parse(words.subList(1, words.size()), measurement.optionsAndName(), FLAGS);
            var saveAs = pageName(arguments.get(AS, name));
            var result = measurement.work().run(session, arguments).named(saveAs);
            show(session, result, arguments, "./limber bench " + String.join(" ", words));
            return result.passed() ? 0 : 1;
        } catch (StackException | BenchException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (SQLException e) {
            System.err.println("The database refused: " + e.getMessage());
            return 1;
        }
    }

    private static String pageName(String name) {
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new BenchException(AS + " is a name of lower-case letters, digits and dashes");
        }
        return name;
    }

    /** The crash campaign of dev/journeys; it prints for itself. */
    private static int chaos(Session session, List<String> words) {
        try {
            return ChaosCommand.run(session.home().project(), words);
        } catch (StackException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static void show(Session session, Result result, Arguments arguments, String command) {
        if (arguments.has("--save")) {
            var page = new Pages(session.home().project().resolve("docs/benchmarks"))
                    .write(result, command, LocalDate.now(session.clock()));
            session.progress().say("Written: " + page);
        } else {
            var plot = new Pages(session.home().data().resolve("bench")).writePlot(result);
            session.progress().say("Plot: " + plot);
        }
        System.out.println(
                arguments.has("--json") ? Pages.json(result) : result.table().plain());
        if (!result.passed()) {
            session.progress().say("Not passed: what must hold did not.");
        }
    }

    /** A benchmark's own options and its work. */
    private record Measurement(Set<String> options, Work work) {
        Set<String> optionsAndName() {
            var all = new HashSet<>(options);
            all.add(AS);
            return all;
        }
    }

    @FunctionalInterface
    private interface Work {
        Result run(Session session, Arguments arguments) throws SQLException;
    }
}
