package io.limber.catalog.stretch;

import io.limber.catalog.document.Collection;
import io.limber.catalog.document.DocumentTable;
import io.limber.catalog.document.Shelves;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The stretches a tenant sees. */
@ApplicationScoped
public class Stretches {
    private final Shelves<Stretch> shelves;

    Stretches(DocumentTable table, Clock clock) {
        this.shelves = new Shelves<>(Collection.STRETCH, Stretch.class, table, clock);
    }

    /** At most {@code most} in the order of their ids, behind the id {@code after}. */
    List<Stretch> find(TenantId tenant, StretchFilter filter, Optional<String> after, int most) {
        SortedMap<String, Stretch> all = shelves.visibleTo(tenant);
        // The smallest id behind another is the other one with a NUL at its end.
        SortedMap<String, Stretch> rest =
                after.map(id -> all.tailMap(id + "\0")).orElse(all);
        return rest.values().stream().filter(filter::lets).limit(most).toList();
    }

    /**
     * @throws ProblemException 404 when there is none that this tenant may see
     */
    Stretch require(TenantId tenant, String id) {
        Stretch stretch = shelves.visibleTo(tenant).get(id);
        if (stretch == null) {
            throw ProblemException.notFound("stretch", id);
        }
        return stretch;
    }
}
