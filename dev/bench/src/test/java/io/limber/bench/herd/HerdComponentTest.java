package io.limber.bench.herd;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.limber.bench.Session;
import io.limber.bench.report.Pages;
import io.limber.localstack.Arguments;
import io.limber.localstack.Home;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A small herd with one peer, from the packaged service to the figures. */
class HerdComponentTest {

    @TempDir
    Path directory = Path.of("");

    @Test
    @Timeout(180)
    void countsEachReminderOnceAndMeasuresAPeerBesideIt() throws Exception {
        // Given
        var root = Path.of(System.getProperty("limber.root")).toAbsolutePath().normalize();
        var session = new Session(new Home(root, directory), Clock.systemUTC(), System.out::println);
        var words = List.of("--reminders", "2000", "--warm-up", "200", "--cadences", "3", "--peers", "sql");

        // When
        var result = HerdBench.run(session, Arguments.parse(words, HerdBench.options(), Set.of()));

        // Then
        var json = new ObjectMapper().readTree(Pages.json(result));
        assertThat(result.passed()).isTrue();
        assertThat(json.path("lost").asInt(-1)).isZero();
        assertThat(json.path("duplicates").asInt(-1)).isZero();
        assertThat(json.path("emittedPerSecond").asLong()).isPositive();
        assertThat(json.path("seconds").asDouble()).isPositive();
        assertThat(json.path("lateness").path("p50").asLong())
                .isBetween(0L, json.path("lateness").path("p99").asLong());
        assertThat(json.path("lateness").path("p99").asLong())
                .isLessThanOrEqualTo(json.path("lateness").path("max").asLong());
        assertThat(json.path("residentMiB").asLong()).isPositive();
        assertThat(json.path("peers").path("sql").asLong()).isPositive();
        assertThat(json.path("ratioToSql").asDouble()).isPositive();
        assertThat(json.path("ratioToDbScheduler").isNull()).isTrue();
        assertThat(json.path("machine").path("postgresql").path("fsync").asText())
                .isEqualTo("on");
    }
}
