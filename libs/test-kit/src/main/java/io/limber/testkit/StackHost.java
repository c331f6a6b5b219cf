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
        var started = start(choice.kind());
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

    private static HostedStack start(StackKind kind) {
        return switch (kind) {
            case EMBEDDED -> new EmbeddedStack();
            case CONTAINERS -> new ContainerStack();
        };
    }

    private static HostedStack running() {
        return Objects.requireNonNull(stack, "start() comes first");
    }
}
