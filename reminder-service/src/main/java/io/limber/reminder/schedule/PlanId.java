package io.limber.reminder.schedule;

/** A plan of routine-service. Short and plain, because it becomes part of Kafka's cursor metadata and of links. */
record PlanId(String value) {
    private static final int LONGEST = 64;

    PlanId {
        if (value.isEmpty() || value.length() > LONGEST || !value.chars().allMatch(PlanId::isPlain)) {
            throw new IllegalArgumentException("a plan id is 1 to 64 letters, digits, dashes and underscores");
        }
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c >= 'A' && c <= 'Z' || c == '_';
    }

    @Override
    public String toString() {
        return value;
    }
}
