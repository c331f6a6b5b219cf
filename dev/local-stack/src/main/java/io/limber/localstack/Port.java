package io.limber.localstack;

import java.util.Locale;

/** Every port the stack listens on, all on the loopback address. */
public enum Port {
    CATALOG(8081, "catalog-service"),
    ROUTINE(8082, "routine-service"),
    REMINDER(8083, "reminder-service"),
    SINK(8090, "the mail and webhook sink's list"),
    SMTP(11025, "the mail sink"),
    POSTGRES(15432, "PostgreSQL"),
    KAFKA(19092, "Kafka"),
    KAFKA_CONTROLLER(19093, "Kafka's controller");

    private final int usual;
    private final String neededBy;

    Port(int usual, String neededBy) {
        this.usual = usual;
        this.neededBy = neededBy;
    }

    int usual() {
        return usual;
    }

    String neededBy() {
        return neededBy;
    }

    /** Environment variable that moves this one port. */
    String variable() {
        return "LIMBER_" + name().toUpperCase(Locale.ROOT) + "_PORT";
    }
}
