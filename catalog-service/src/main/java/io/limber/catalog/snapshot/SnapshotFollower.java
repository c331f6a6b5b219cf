package io.limber.catalog.snapshot;

import io.limber.catalog.document.Changes;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Looks at what changed, at once after a change of this replica and every moment for those of others. */
@ApplicationScoped
class SnapshotFollower {
    private static final Logger LOG = Logger.getLogger(SnapshotFollower.class);
    private static final Duration STOP = Duration.ofSeconds(5);
    private static final int MOST_WARMED = 50;
    /** After the content is loaded, so that nobody reads the catalogue of before. */
    private static final int AFTER_CONTENT = 10_000;

    private final Snapshots snapshots;
    private final SnapshotConfig config;
    private final Changes changes;
    private final Counter failures;
    private volatile boolean running;
    private boolean isDown;
    private @Nullable Thread thread;

    SnapshotFollower(Snapshots snapshots, SnapshotConfig config, Changes changes, MeterRegistry metrics) {
        this.snapshots = snapshots;
        this.config = config;
        this.changes = changes;
        this.failures = Counter.builder("limber.catalogue.follow.failures")
                .description("Looks at what changed in the catalogue that failed")
                .register(metrics);
    }

    void onStart(@Observes @Priority(AFTER_CONTENT) StartupEvent event) {
        running = true;
        thread = Thread.ofPlatform().name("catalogue").daemon().start(this::run);
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        changes.raise();
        if (thread != null) {
            thread.join(STOP);
        }
    }

    /** Whatever goes wrong must not end the thread: nobody else would see changes. */
    private void run() {
        try {
            attempt(() -> snapshots.warm(config.warmFrom(), MOST_WARMED));
            while (running) {
                changes.await(config.poll());
                attempt(snapshots::follow);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Look look) {
        try {
            look.run();
            if (isDown) {
                isDown = false;
                LOG.info("Catalogue follows its tables again");
            }
        } catch (SQLException | RuntimeException e) {
            failures.increment();
            if (!isDown) {
                isDown = true;
                LOG.warnf(e, "Catalogue does not follow its tables, serving what is known: error=%s", e.getMessage());
            }
        }
    }

    @FunctionalInterface
    private interface Look {
        void run() throws SQLException;
    }
}
