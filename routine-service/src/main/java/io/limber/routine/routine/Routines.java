package io.limber.routine.routine;

import io.limber.kit.http.Preconditions;
import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import io.limber.routine.catalogue.Catalogue;
import io.limber.routine.catalogue.StretchId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Routines are composed, changed and removed; the plans that use them follow in the same transaction. */
@ApplicationScoped
public class Routines {
    private final RoutineRepository routines;
    private final RoutineDependents dependents;
    private final Catalogue catalogue;
    private final Clock clock;

    Routines(RoutineRepository routines, RoutineDependents dependents, Catalogue catalogue, Clock clock) {
        this.routines = routines;
        this.dependents = dependents;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Transactional
    public RoutineView compose(TenantId tenant, ComposeRoutine command) {
        Routine routine = new Routine(tenant, composition(tenant, command, Set.of()), clock.instant());
        routines.persistAndFlush(routine);
        return RoutineView.of(routine);
    }

    /** Replaces a routine's content; plans that have not ended show the new one from now on. */
    @Transactional
    public RoutineView recompose(TenantId tenant, RoutineId id, @Nullable String ifMatch, ComposeRoutine command) {
        Routine routine = routines.findForChange(tenant, id).orElseThrow(() -> unknown(id));
        Preconditions.requireMatch(ifMatch, routine.version());
        routine.become(composition(tenant, command, Set.copyOf(routine.stretches())));
        routines.flush();
        dependents.routineChanged(tenant, routine);
        return RoutineView.of(routine);
    }

    @Transactional
    public RoutineView require(TenantId tenant, RoutineId id) {
        return routines.find(tenant, id).map(RoutineView::of).orElseThrow(() -> unknown(id));
    }

    /** At most {@code limit + 1} routines. */
    @Transactional
    public List<RoutineView> list(TenantId tenant, Optional<RoutineId> after, int limit) {
        return routines.findPage(tenant, after, limit + 1).stream()
                .map(RoutineView::of)
                .toList();
    }

    @Transactional
    public void remove(TenantId tenant, RoutineId id, @Nullable String ifMatch) {
        Routine routine = routines.findForChange(tenant, id).orElseThrow(() -> unknown(id));
        Preconditions.requireMatch(ifMatch, routine.version());
        dependents.routineGoes(tenant, id);
        routines.delete(routine);
    }

    private Composition composition(TenantId tenant, ComposeRoutine command, Set<StretchId> kept) {
        return Composition.of(command, catalogue.find(tenant, command.stretches()), kept);
    }

    private static ProblemException unknown(RoutineId id) {
        return ProblemException.notFound("routine", id.toString());
    }
}
