package io.limber.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessComponentTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir
    Path directory = Path.of("");

    @Test
    void startsWaitsForReadinessStopsAndStartsAgain() {
        try (var service = service(Map.of())) {
            service.start(LIMIT);
            assertThat(service.isReady()).isTrue();
            assertThat(service.startSeconds()).isPositive();
            assertThat(Resident.mebibytes(service.handle().orElseThrow().pid())).isPositive();

            service.kill();
            assertThat(service.isAlive()).isFalse();
            assertThat(service.isReady()).isFalse();

            service.start(LIMIT);
            assertThat(service.isReady()).isTrue();
        }
    }

    @Test
    void processThatEndsWhileItStartsIsReportedWithItsLog() {
        try (var service = service(Map.of("FAKE_ENDS", "yes"))) {
            assertThatThrownBy(() -> service.start(LIMIT))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("fake-service ended while it started")
                    .hasMessageContaining("the database said no");
        }
    }

    @Test
    void missingJarSaysHowToBuildIt() {
        var service = new ServiceProcess(
                "fake-service", directory.resolve("none.jar"), 1, Map.of(), directory.resolve("log"));

        assertThatThrownBy(service::launch)
                .isInstanceOf(StackException.class)
                .hasMessageContaining("fake-service is not built");
    }

    private ServiceProcess service(Map<String, String> extra) {
        var port = FreePort.any();
        var environment = new HashMap<>(extra);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return new ServiceProcess(
                "fake-service", FakeService.jar(directory), port, environment, directory.resolve("fake.log"));
    }
}
