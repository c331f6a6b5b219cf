package io.limber.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limber.bench.herd.HerdBench;
import io.limber.bench.report.Result;
import io.limber.bench.stack.BenchException;
import io.limber.localstack.Arguments;
import io.limber.localstack.Home;
import io.limber.localstack.Logging;
import io.limber.localstack.StackException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What {@code ./limber bench} calls once everything is built. Progress goes to standard error, the result to standard output. */
public final class Main {

    private static final Set<String> FLAGS = Set.of("--json", "--save");

    private Main() {}

    public static void main(String[] words) {
        System.exit(run(Home.fromSystem(), Arrays.asList(words)));
    }

    static int run(Home home, List<String> words) {
        var name = words.isEmpty() ? "" : words.getFirst();
        Logging.toFile(home.logs().resolve("bench.log"));
        try {
            var rest = words.subList(Math.min(1, words.size()), words.size());
            return switch (name) {
                case "herd" -> {
                    var arguments = arguments(rest, HerdBench.options());
                    yield show(new HerdBench(home, Clock.systemUTC(), System.err::println).run(arguments), arguments);
                }
                default -> {
                    System.err.println("There is no benchmark '" + name + "'. See ./limber help.");
                    yield 2;
                }
            };
        } catch (StackException | BenchException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (SQLException e) {
            System.err.println("The database refused: " + e.getMessage());
            return 1;
        }
    }

    private static Arguments arguments(List<String> words, Set<String> options) {
        var all = new HashSet<>(options);
        return Arguments.parse(words, all, FLAGS);
    }

    private static int show(Result result, Arguments arguments) {
        if (arguments.has("--json")) {
            try {
                System.out.println(
                        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(result.figures()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        } else {
            System.out.println(result.table().plain());
        }
        return result.passed() ? 0 : 1;
    }
}
