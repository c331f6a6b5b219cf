package io.limber.reminder.schedule;

import java.util.regex.Pattern;

/** A plan of routine-service. Short and plain, because it becomes part of Kafka's cursor metadata and of links. */
record PlanId(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    PlanId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a plan id is 1 to 64 letters, digits, dashes and underscores");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
