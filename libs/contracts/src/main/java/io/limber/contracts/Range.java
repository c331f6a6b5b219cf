package io.limber.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a dose may be: {@code min <= normal <= max}; {@code normal} is on the wire as {@code default}. */
public record Range(int min, @JsonProperty("default") int normal, int max) {
    public Range {
        if (min < 0 || min > normal || normal > max) {
            throw new IllegalArgumentException("a range needs 0 <= min <= default <= max");
        }
    }

    /** Whether {@code value} lies in the range, both ends included. */
    public boolean holds(int value) {
        return min <= value && value <= max;
    }
}
