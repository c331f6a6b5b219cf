package io.limber.routine.catalogue;

import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import io.limber.routine.RoutineProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The catalogue as far as it has arrived here. Runs in the caller's transaction. */
@ApplicationScoped
public class Catalogue {
    private static final int WORTH_A_RETRY_SECONDS = 2;

    private final CatalogueRepository stretches;

    Catalogue(CatalogueRepository stretches) {
        this.stretches = stretches;
    }

    /**
     * Those of {@code ids} that are known, withdrawn ones too.
     *
     * @throws ProblemException 503 when nothing of the catalogue has arrived yet
     */
    public Map<StretchId, Stretch> find(TenantId tenant, Collection<StretchId> ids) {
        Map<StretchId, Stretch> found = stretches.find(tenant, Set.copyOf(ids)).stream()
                .collect(Collectors.toMap(Stretch::id, Function.identity()));
        if (found.isEmpty() && stretches.isEmpty(tenant)) {
            throw notReady();
        }
        return found;
    }

    /**
     * All of {@code ids}, in their order.
     *
     * @throws ProblemException 503 when one is missing: it was known once, so the read model is being built anew
     */
    public List<Stretch> require(TenantId tenant, List<StretchId> ids) {
        Map<StretchId, Stretch> found = find(tenant, ids);
        return ids.stream()
                .map(id -> {
                    Stretch stretch = found.get(id);
                    if (stretch == null) {
                        throw notReady();
                    }
                    return stretch;
                })
                .toList();
    }

    /** Every stretch a new routine may have. */
    public List<Stretch> offered(TenantId tenant) {
        return stretches.findOffered(tenant);
    }

    private static ProblemException notReady() {
        return new ProblemException(
                RoutineProblem.CATALOG_NOT_READY,
                "It is on its way; try again in a moment.",
                List.of(),
                Map.of("retryAfterSeconds", WORTH_A_RETRY_SECONDS));
    }
}
