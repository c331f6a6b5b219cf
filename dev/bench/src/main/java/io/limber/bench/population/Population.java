package io.limber.bench.population;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;

/**
 * Plans with numbers from 0. A plan's id contains its number, so that who reads a record needs no table to know whose it is.
 *
 * @param series keeps the ids of several populations of a run apart, 0 to 65,535
 * @param cadences how many different cadences share the plans evenly
 * @param dues due instant of each cadence, one for all of them or one for each; whole seconds
 */
public record Population(int series, int size, int cadences, List<Instant> dues) {

    /** As everywhere: a bucket is a partition. */
    public static final int BUCKETS = 16;

    private static final int PREFIX = 24;
    private static final int LENGTH = 36;

    public Population {
        dues = List.copyOf(dues);
        if (size < 1 || cadences < 1 || series < 0 || series > 0xFFFF) {
            throw new IllegalArgumentException("A population needs plans and cadences");
        }
        if (dues.size() != 1 && dues.size() != cadences) {
            throw new IllegalArgumentException("One due instant, or one for each cadence");
        }
        if (dues.stream().anyMatch(due -> !due.equals(due.truncatedTo(ChronoUnit.SECONDS)))) {
            throw new IllegalArgumentException("Plans are due at whole seconds");
        }
    }

    /** All due at one instant. */
    public static Population dueAt(int series, int size, int cadences, Instant due) {
        return new Population(series, size, cadences, List.of(due));
    }

    /** The tenant of all of them. */
    public String tenant() {
        return "bench-" + series;
    }

    /** In the form of routine-service's ids, rising with the number as theirs rise with time. */
    public String planId(int number) {
        return prefix() + HexFormat.of().toHexDigits(number, LENGTH - PREFIX);
    }

    /** The number in a plan's id; -1 when it is no plan of this population. */
    public int number(byte[] planId) {
        if (planId.length != LENGTH) {
            return -1;
        }
        var prefix = prefix();
        for (var index = 0; index < PREFIX; index++) {
            if (planId[index] != prefix.charAt(index)) {
                return -1;
            }
        }
        var number = 0L;
        for (var index = PREFIX; index < LENGTH; index++) {
            number = number << 4 | Character.digit(planId[index], 16);
        }
        return number >= 0 && number < size ? (int) number : -1;
    }

    public int cadence(int number) {
        return number % cadences;
    }

    public Instant due(int cadence) {
        return dues.get(dues.size() == 1 ? 0 : cadence);
    }

    public Instant lastDue() {
        return dues.stream().max(Instant::compareTo).orElseThrow();
    }

    /** The partition that Kafka's own partitioner picks for the plan's key. */
    public int bucket(int number) {
        return Utils.toPositive(Utils.murmur2(planId(number).getBytes(StandardCharsets.US_ASCII))) % BUCKETS;
    }

    /** The first plan of each cadence in each bucket, -1 where there is none; index is {@code cadence * BUCKETS + bucket}. */
    int[] seeds() {
        var seeds =
                IntStream.generate(() -> -1).limit((long) cadences * BUCKETS).toArray();
        for (var number = 0; number < size; number++) {
            var place = cadence(number) * BUCKETS + bucket(number);
            if (seeds[place] < 0) {
                seeds[place] = number;
            }
        }
        return seeds;
    }

    private String prefix() {
        return "0199" + HexFormat.of().toHexDigits((short) series) + "-0000-7000-8000-";
    }
}
