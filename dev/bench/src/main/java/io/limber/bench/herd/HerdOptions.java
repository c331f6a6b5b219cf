package io.limber.bench.herd;

import io.limber.bench.peer.PeerKind;
import io.limber.bench.stack.BenchException;
import io.limber.bench.stack.Numbers;
import io.limber.localstack.Arguments;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What {@code ./limber bench herd} takes.
 *
 * @param reminders due at one instant
 * @param cadences over how many cadences they are spread
 * @param replicas processes of reminder-service
 * @param warmUp reminders of another instant before, which are not counted
 * @param peers the other ways to measure too
 */
record HerdOptions(int reminders, int cadences, int replicas, int warmUp, List<PeerKind> peers) {

    static final Set<String> NAMES = Set.of("--reminders", "--cadences", "--replicas", "--warm-up", "--peers");

    static HerdOptions of(Arguments arguments) {
        var reminders = Numbers.of(arguments, "--reminders", 1_000_000);
        return new HerdOptions(
                reminders,
                Numbers.of(arguments, "--cadences", 1),
                Numbers.of(arguments, "--replicas", 1),
                Numbers.of(arguments, "--warm-up", Math.clamp(reminders / 4, 500, 60_000)),
                peers(arguments.get("--peers", "all")));
    }

    private static List<PeerKind> peers(String words) {
        return switch (words) {
            case "all" -> List.of(PeerKind.values());
            case "none" -> List.of();
            default -> Arrays.stream(words.split(",")).map(HerdOptions::peer).toList();
        };
    }

    private static PeerKind peer(String word) {
        return PeerKind.find(word)
                .orElseThrow(() -> new BenchException("--peers is none, all, or some of "
                        + Arrays.stream(PeerKind.values()).map(PeerKind::word).collect(Collectors.joining(","))));
    }
}
