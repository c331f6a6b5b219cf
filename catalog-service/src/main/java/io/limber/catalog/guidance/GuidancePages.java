package io.limber.catalog.guidance;

import io.limber.catalog.document.Collection;
import io.limber.catalog.document.DocumentTable;
import io.limber.catalog.document.Shelves;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** The guidance a tenant sees. */
@ApplicationScoped
public class GuidancePages {
    private final Shelves<Guidance> shelves;

    GuidancePages(DocumentTable table, Clock clock) {
        this.shelves = new Shelves<>(Collection.GUIDANCE, Guidance.class, table, clock);
    }

    public List<Guidance> all(TenantId tenant) {
        return List.copyOf(shelves.visibleTo(tenant).values());
    }

    /**
     * @throws ProblemException 404 when there is none with this id
     */
    public Guidance require(TenantId tenant, String id) {
        Guidance guidance = shelves.visibleTo(tenant).get(id);
        if (guidance == null) {
            throw ProblemException.notFound("guidance", id);
        }
        return guidance;
    }
}
