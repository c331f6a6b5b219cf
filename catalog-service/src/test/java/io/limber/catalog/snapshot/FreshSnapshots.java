package io.limber.catalog.snapshot;

import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;

/** What somebody sees who reads the tables for the first time. */
@ApplicationScoped
public class FreshSnapshots {
    private final SnapshotTable table;
    private final SnapshotConfig config;

    FreshSnapshots(SnapshotTable table, SnapshotConfig config) {
        this.table = table;
        this.config = config;
    }

    public Snapshot of(TenantId tenant) {
        return new Snapshots(table, config).of(tenant);
    }
}
