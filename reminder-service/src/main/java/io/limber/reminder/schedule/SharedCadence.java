package io.limber.reminder.schedule;

import io.limber.cadence.Cadence;
import io.limber.kit.tenancy.TenantId;
import io.limber.reminder.bucket.TenantCadenceKey;
import java.time.Instant;
import java.util.Optional;

/** A tenant's cadence as many plans share it: what is costly to compute is computed once. */
final class SharedCadence {
    private final TenantId tenant;
    private final Cadence cadence;
    private final String definition;
    private final String key;
    private Instant asked = Instant.MAX;
    private Instant next = Instant.MIN;

    SharedCadence(TenantId tenant, Cadence cadence) {
        this.tenant = tenant;
        this.cadence = cadence;
        this.definition = cadence.canonical();
        this.key = TenantCadenceKey.of(tenant, cadence).value();
    }

    TenantId tenant() {
        return tenant;
    }

    Cadence cadence() {
        return cadence;
    }

    /** The canonical form. */
    String definition() {
        return definition;
    }

    /** Of the row in {@code cadence}, beside the bucket. */
    String key() {
        return key;
    }

    String zone() {
        return cadence.zone().getId();
    }

    /** As {@link Cadence#nextAfter}: an answer holds for every instant from the one asked for to the one found. */
    synchronized Optional<Instant> nextAfter(Instant after) {
        if (!after.isBefore(asked) && after.isBefore(next)) {
            return Optional.of(next);
        }
        Optional<Instant> found = cadence.nextAfter(after);
        asked = after;
        next = found.orElse(Instant.MIN);
        return found;
    }
}
