package io.limber.routine.plan;

import io.limber.kit.problem.ProblemException;
import io.limber.kit.tenancy.TenantId;
import io.limber.routine.RoutineProblem;
import io.limber.routine.catalogue.Catalogue;
import io.limber.routine.person.Exclusions;
import io.limber.routine.routine.Routine;
import io.limber.routine.safety.Advice;
import io.limber.routine.safety.Suitability;
import io.limber.routine.safety.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Holds a routine against a person's exclusions, with the catalogue as it is now. */
@ApplicationScoped
class SafetyCheck {
    private final Catalogue catalogue;

    SafetyCheck(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Verdict verdict(TenantId tenant, Routine routine, Exclusions exclusions) {
        return Suitability.forSomebodyWith(exclusions.codes())
                .of(catalogue.require(tenant, routine.stretches()), () -> catalogue.offered(tenant));
    }

    /**
     * What the person has to heed.
     *
     * @throws ProblemException 422 naming each clash and what would fit instead
     */
    List<Advice> require(TenantId tenant, Routine routine, Exclusions exclusions) {
        Verdict verdict = verdict(tenant, routine, exclusions);
        if (!verdict.suits()) {
            throw new ProblemException(
                    RoutineProblem.PLAN_CONTRAINDICATED,
                    "Change the routine, or choose another one; 'clashes' names each stretch, why, and what would fit.",
                    List.of(),
                    Map.of("clashes", verdict.clashes()));
        }
        return verdict.advice();
    }
}
