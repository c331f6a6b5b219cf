package io.limber.catalog.transfer;

import io.limber.catalog.transfer.ImportResult.Outcome;
import java.util.EnumMap;
import java.util.Map;

/** Counts of an import. */
final class ImportSummary {
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);

    void add(ImportResult result) {
        counts.merge(result.result(), 1, Integer::sum);
    }

    boolean hasFailures() {
        return count(Outcome.FAILED) > 0;
    }

    private int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /**
     * The last line of an answer.
     *
     * @param applied whether anything was kept
     */
    record View(int entries, int created, int changed, int unchanged, int failed, boolean applied) {}

    View view(boolean applied) {
        int entries = counts.values().stream().mapToInt(Integer::intValue).sum();
        return new View(
                entries,
                count(Outcome.CREATED),
                count(Outcome.CHANGED),
                count(Outcome.UNCHANGED),
                count(Outcome.FAILED),
                applied);
    }
}
