package io.limber.kit.time;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows which time-zone rules this process computes with, and warns when another service computes with others. Always
 * up: other rules make a few due times wrong, no service unusable.
 */
@Readiness
@ApplicationScoped
public class TzdbHealth implements HealthCheck {
    static final String WARNING = "another service computes with other time-zone rules: give both the same JDK";

    private final Instance<TzdbElsewhere> elsewhere;
    private final MeterRegistry metrics;
    private final String own = Tzdb.version();

    TzdbHealth(Instance<TzdbElsewhere> elsewhere, MeterRegistry metrics) {
        this.elsewhere = elsewhere;
        this.metrics = metrics;
    }

    void onStart(@Observes StartupEvent event) {
        Gauge.builder("limber.tzdb", () -> 1)
                .description("Always 1; the label is the version of the time-zone rules")
                .tag("version", own)
                .register(metrics);
        if (elsewhere.isResolvable()) {
            Gauge.builder("limber.tzdb.differing", this, TzdbHealth::differing)
                    .description("Other services whose latest event names other time-zone rules")
                    .register(metrics);
        }
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("time-zone-rules").up().withData("version", own);
        elsewhere().forEach(response::withData);
        if (differing() > 0) {
            response.withData("warning", WARNING);
        }
        return response.build();
    }

    private long differing() {
        return elsewhere().values().stream()
                .filter(version -> !version.equals(own))
                .count();
    }

    private Map<String, String> elsewhere() {
        return elsewhere.isResolvable() ? elsewhere.get().versions() : Map.of();
    }
}
