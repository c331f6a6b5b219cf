package io.limber.bench.herd;

import io.limber.bench.stack.BenchException;
import io.limber.localstack.Arguments;
import java.util.List;
import java.util.Set;

/**
 * What {@code ./limber bench herd} takes.
 *
 * @param reminders due at one instant
 * @param cadences over how many cadences they are spread
 * @param replicas processes of reminder-service
 * @param warmUp reminders of another instant before, which are not counted
 * @param peers names of the other ways to measure too
 */
record HerdOptions(int reminders, int cadences, int replicas, int warmUp, List<String> peers) {

    static final Set<String> NAMES = Set.of("--reminders", "--cadences", "--replicas", "--warm-up", "--peers");

    static HerdOptions of(Arguments arguments, List<String> allPeers) {
        var reminders = number(arguments, "--reminders", 1_000_000);
        return new HerdOptions(
                reminders,
                number(arguments, "--cadences", 1),
                number(arguments, "--replicas", 1),
                number(arguments, "--warm-up", Math.clamp(reminders / 4, 500, 100_000)),
                peers(arguments.get("--peers", "all"), allPeers));
    }

    private static List<String> peers(String words, List<String> all) {
        return switch (words) {
            case "all" -> all;
            case "none" -> List.of();
            default -> {
                var some = List.of(words.split(","));
                if (!all.containsAll(some)) {
                    throw new BenchException("--peers is none, all, or some of " + String.join(",", all));
                }
                yield some;
            }
        };
    }

    private static int number(Arguments arguments, String name, int otherwise) {
        try {
            var number = Integer.parseInt(
                    arguments.get(name, Integer.toString(otherwise)).replace("_", ""));
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new BenchException(name + " must be a whole number from 1");
    }
}
