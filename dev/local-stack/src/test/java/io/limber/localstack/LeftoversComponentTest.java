package io.limber.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limber.localstack.RunFile.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversComponentTest {

    private static final Entry GONE = new Entry("launcher", 1, 1, 0);

    @TempDir
    Path directory = Path.of("");

    private Home home = new Home(Path.of(""), Path.of(""));
    private Process stranger;

    @BeforeEach
    void begin() throws IOException {
        home = new Home(directory, directory.resolve(".limber"));
        stranger = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void end() {
        stranger.destroyForcibly();
    }

    @Test
    void endsTheServiceThatAKilledStackLeft() {
        write(GONE, Entry.of("catalog-service", stranger.toHandle(), 1));

        assertThat(new Leftovers(home).clean()).containsExactly("catalog-service (process " + stranger.pid() + ")");

        assertThat(stranger.isAlive()).isFalse();
        assertThat(home.runFile()).doesNotExist();
    }

    @Test
    void leavesAnotherProcessAloneThatGotTheSamePid() {
        var known = Entry.of("catalog-service", stranger.toHandle(), 1);
        write(GONE, new Entry(known.name(), known.pid(), known.startedAtMillis() - 60_000, 1));

        assertThat(new Leftovers(home).clean()).isEmpty();

        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void refusesToStartBesideARunningStack() {
        write(Entry.of("launcher", stranger.toHandle(), 0));

        assertThatThrownBy(() -> new Leftovers(home).clean())
                .isInstanceOf(StackException.class)
                .hasMessageContaining("already running")
                .hasMessageContaining("kill " + stranger.pid());
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void endsThePostgresOfItsOwnDataDirectoryAndNoOther() {
        var own = PostgresServer.start(PostgresConfig.keptIn(home.postgres(), 0));
        var other = PostgresServer.start(PostgresConfig.temporary());
        try {
            var pid = own.processId().orElseThrow();

            assertThat(new Leftovers(home).clean()).containsExactly("PostgreSQL (process " + pid + ")");

            assertThat(own.processId()).isEmpty();
            assertThat(other.processId()).isPresent();
        } finally {
            own.close();
            other.close();
        }
    }

    @Test
    void nothingLeftIsNothingEnded() {
        assertThat(new Leftovers(home).clean()).isEmpty();
    }

    private void write(Entry launcher, Entry... services) {
        new RunFile(launcher, List.of(services), home.postgres().toString(), Map.of()).write(home.runFile());
    }
}
