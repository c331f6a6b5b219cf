package io.limber.testkit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds the servers. Lives in the class loader that {@link TestStack} makes for it, and is only called by reflection. */
final class StackHost {

    private static @Nullable HostedStack stack;

    private StackHost() {}

    static void start() {
        var choice = StackKind.choose();
        var began = System.nanoTime();
        var started = start(choice);
        stack = started;
        Runtime.getRuntime().addShutdownHook(new Thread(started::close, "limber-test-stack-closer"));
        System.out.printf(
                "Limber tests run on %s PostgreSQL and Kafka (%s), ready after %.1f s%n",
                started instanceof EmbeddedStack ? "embedded" : "containers of",
                choice.reason(),
                (System.nanoTime() - began) / 1e9);
    }

    static String adminUrl(String database) {
        return running().adminUrl(database);
    }

    static String jdbcUrl(String database) {
        return running().jdbcUrl(database);
    }

    static String bootstrapServers() {
        return running().bootstrapServers();
    }

    static void restartPostgres() {
        running().restartPostgres();
    }

    static void stopKafka() {
        running().stopKafka();
    }

    static void startKafka() {
        running().startKafka();
    }

    private static HostedStack start(StackKind.Choice choice) {
        return switch (choice.kind()) {
            case EMBEDDED -> new EmbeddedStack();
            case CONTAINERS -> {
                try {
                    yield new ContainerStack();
                } catch (RuntimeException e) {
                    if (choice.forced()) {
                        throw e;
                    }
                    // An engine without the images or without a way to fetch them is as good as none.
                    System.out.println("Limber tests: the Docker engine could not run the containers (" + e.getMessage()
                            + "), so embedded servers are used");
                    yield new EmbeddedStack();
                }
            }
        };
    }

    private static HostedStack running() {
        return Objects.requireNonNull(stack, "start() comes first");
    }
}
