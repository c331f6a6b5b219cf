package io.limber.catalog.snapshot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the catalogue in memory follows the tables. */
@ConfigMapping(prefix = "limber.snapshots")
public interface SnapshotConfig {
    /**
     * Pause between two looks at what changed, one small query each; a change by another replica shows after this and the time
     * it takes to read it. Below 50 ms the database is asked more than anybody notices; above 1 s a correction is late.
     */
    @WithDefault("PT0.25S")
    Duration poll();

    /**
     * A tenant of whom nobody has asked for so long is forgotten, and read anew when somebody asks. Short saves memory, long saves
     * the first of them the wait.
     */
    @WithDefault("PT1H")
    Duration forget();

    /** Tenants with at least so many stretches of their own are read when the service starts; the others when somebody asks. */
    @WithDefault("500")
    int warmFrom();

    /**
     * So many stretches of its own a tenant may have published, retired ones included. They are held in memory, about 1.1 KiB each: what
     * one tenant has must not leave the others without a replica. An import may go over it by what it brings at once.
     */
    @WithDefault("50000")
    int mostPerTenant();
}
