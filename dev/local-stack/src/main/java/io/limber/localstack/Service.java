package io.limber.localstack;

import java.nio.file.Path;
import java.util.Arrays;

/** The three services and where their packaged form lies. */
public enum Service {
    CATALOG("catalog", Port.CATALOG),
    ROUTINE("routine", Port.ROUTINE),
    REMINDER("reminder", Port.REMINDER);

    private final String word;
    private final Port port;

    Service(String word, Port port) {
        this.word = word;
        this.port = port;
    }

    /** The word in its database's name and in {@code limber.service}. */
    public String word() {
        return word;
    }

    /** Module, process and log name. */
    public String moduleName() {
        return word + "-service";
    }

    public Port port() {
        return port;
    }

    /** Reads {@code catalog,routine}. */
    static Service[] parseAll(String words) {
        return Arrays.stream(words.split(",")).map(Service::parse).toArray(Service[]::new);
    }

    private static Service parse(String word) {
        return Arrays.stream(values())
                .filter(service -> service.word.equals(word.strip()))
                .findFirst()
                .orElseThrow(() -> new StackException(
                        "'" + word + "' is not a service; there are catalog, routine and reminder."));
    }

    Path runnableJar(Home home) {
        return home.project().resolve(moduleName()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
