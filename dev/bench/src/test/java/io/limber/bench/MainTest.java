package io.limber.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.localstack.Home;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    Path directory = Path.of("");

    @Test
    void unknownBenchmarkIsRefused() {
        assertThat(run("swarm")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
    }

    @Test
    void wrongArgumentsAreRefusedBeforeAnythingIsStarted() {
        assertThat(run("herd", "--reminders", "many")).isEqualTo(1);
        assertThat(run("herd", "--peers", "cron")).isEqualTo(1);
        assertThat(run("ingest", "--reminders", "5")).isEqualTo(1);
        assertThat(run("idle", "--members", "10,5")).isEqualTo(1);
        assertThat(run("steady", "--as", "../elsewhere")).isEqualTo(1);
        assertThat(directory.resolve("data/bench")).doesNotExist();
    }

    private int run(String... words) {
        var session = new Session(new Home(directory, directory.resolve("data")), Clock.systemUTC(), line -> {});
        return Main.run(session, List.of(words));
    }
}
