package io.limber.catalog.stretch;

import io.limber.contracts.Range;
import io.limber.contracts.Sides;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How much of a stretch. With {@link Sides#LEFT_AND_RIGHT} the numbers are for each side.
 *
 * @param holdSeconds 0 for a movement without a pause
 * @param restSeconds between two repetitions
 * @param note which numbers have a source and which are our choice
 */
@Schema(
        description = "How much of it. With LEFT_AND_RIGHT the numbers are for each side.",
        requiredProperties = {"holdSeconds", "repetitions", "sets", "sides", "timesPerDay", "restSeconds", "note"})
public record Dose(
        Range holdSeconds,
        Range repetitions,
        Range sets,
        Sides sides,
        Range timesPerDay,
        int restSeconds,
        String note) {
    io.limber.contracts.Dose published() {
        return new io.limber.contracts.Dose(holdSeconds, repetitions, sets, sides, timesPerDay, restSeconds);
    }
}
