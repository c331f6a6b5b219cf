package io.limber.contracts;

/**
 * How much of a stretch: hold in seconds (0 for a movement without pause), repetitions and sets per side, times per day,
 * rest between repetitions in seconds.
 */
public record Dose(Range holdSeconds, Range repetitions, Range sets, Sides sides, Range timesPerDay, int restSeconds) {}
