package io.limber.bench.topic;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How late reminders were, exact to the millisecond, in little memory however many they are. */
public final class Lateness {

    private int[] counts = new int[1024];
    private long total;
    private long early;
    private int max;

    /** Notes one; what is negative was early and counts as 0. */
    public void add(long millis) {
        if (millis < 0) {
            early++;
        }
        var late = (int) Math.clamp(millis, 0, Integer.MAX_VALUE - 16);
        if (late >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(late + 1, counts.length * 2));
        }
        counts[late]++;
        total++;
        max = Math.max(max, late);
    }

    /** The smallest lateness that at least this share of all do not exceed (nearest rank); 0 when there are none. */
    public long percentile(double percent) {
        var rank = (long) Math.ceil(total * percent / 100);
        var seen = 0L;
        for (var late = 0; late <= max; late++) {
            seen += counts[late];
            if (seen >= rank) {
                return late;
            }
        }
        return max;
    }

    public long max() {
        return max;
    }

    public long count() {
        return total;
    }

    /** How many were visible before they were due. */
    public long early() {
        return early;
    }

    /** As it stands in results, in milliseconds. */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("p50", percentile(50));
        json.put("p99", percentile(99));
        json.put("max", max());
        return json;
    }
}
