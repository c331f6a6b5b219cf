package io.limber.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherScriptTest {

    private static final Path SCRIPT = Path.of("../../limber").toAbsolutePath().normalize();

    @TempDir
    Path directory = Path.of("");

    private record Ended(int code, String output) {}

    @Test
    void helpNamesTheCommands() throws Exception {
        var ended = run(Map.of(), "help");

        assertThat(ended.code()).isZero();
        assertThat(ended.output())
                .contains("./limber up", "./limber demo", "./limber test", "./limber token", "./limber bench herd");
    }

    @Test
    void unknownCommandIsRefused() throws Exception {
        assertThat(run(Map.of(), "fly").code()).isEqualTo(2);
    }

    @Test
    void oldJdkIsRefusedWithWhatToInstall() throws Exception {
        var old = fakeJdk("jdk-17", "17.0.15");

        var ended = run(Map.of("LIMBER_JAVA_HOME", old.toString()), "token");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("Limber needs a JDK 21 or newer", "JDK 17", "Install Temurin 25");
    }

    @Test
    void folderWithoutJdkIsNamed() throws Exception {
        var ended = run(Map.of("LIMBER_JAVA_HOME", directory.toString()), "token");

        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("LIMBER_JAVA_HOME is " + directory + ", and there is no JDK.");
    }

    @Test
    void newestJdkWins() throws Exception {
        var newest = fakeJdk("jdk-99", "99.0.1");
        var kept = fakeProject();

        var ended = run(
                kept.resolve("limber"), Map.of("JAVA_HOME", newest.toString(), "HOME", directory.toString()), "token");

        assertThat(ended.output()).contains("java of 99.0.1", "io.limber.localstack.Main token");
    }

    @Test
    void benchStartsTheMeasurementsOnceTheyAreBuilt() throws Exception {
        var jdk = fakeJdk("jdk-99", "99.0.1");
        var project = fakeProject();
        var parts = List.of(
                "dev/bench/target/lib/a.jar",
                "dev/bench/target/limber-bench.jar",
                "dev/bench-peers/target/quarkus-app/quarkus-run.jar",
                "catalog-service/target/quarkus-app/quarkus-run.jar",
                "routine-service/target/quarkus-app/quarkus-run.jar",
                "reminder-service/target/quarkus-app/quarkus-run.jar",
                ".limber/built",
                ".limber/built-bench");
        for (var part : parts) {
            Files.createDirectories(project.resolve(part).getParent());
            Files.createFile(project.resolve(part));
        }

        var ended =
                run(project.resolve("limber"), Map.of("LIMBER_JAVA_HOME", jdk.toString()), "bench", "herd", "--json");

        assertThat(ended.output()).contains("java of 99.0.1", "io.limber.bench.Main herd --json");
    }

    /** A copy of the script beside what looks built, so that it gets as far as starting Java. */
    private Path fakeProject() throws IOException {
        var project = Files.createDirectories(directory.resolve("project"));
        var target = Files.createDirectories(project.resolve("dev/local-stack/target/lib"));
        Files.createFile(target.resolveSibling("limber-local-stack.jar"));
        Files.copy(SCRIPT, project.resolve("limber"));
        return project;
    }

    private Path fakeJdk(String name, String version) throws IOException {
        var home = directory.resolve(name);
        var bin = Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        for (var tool : List.of("java", "javac")) {
            var file = Files.writeString(bin.resolve(tool), "#!/bin/sh\necho \"java of " + version + " $*\"\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        return home;
    }

    private static Ended run(Map<String, String> environment, String... words) throws Exception {
        return run(SCRIPT, environment, words);
    }

    private static Ended run(Path script, Map<String, String> environment, String... words) throws Exception {
        var command = Stream.concat(Stream.of("bash", script.toString()), Stream.of(words))
                .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
