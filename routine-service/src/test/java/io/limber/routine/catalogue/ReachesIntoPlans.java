package io.limber.routine.catalogue;

import io.limber.routine.plan.PlanId;
import java.util.List;

/** Breaks the direction of dependencies on purpose. */
public record ReachesIntoPlans(List<PlanId> plans) {}
