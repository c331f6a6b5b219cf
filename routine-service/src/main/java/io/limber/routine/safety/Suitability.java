package io.limber.routine.safety;

import io.limber.contracts.Contraindication;
import io.limber.contracts.Contraindication.Action;
import io.limber.routine.catalogue.ConditionCodes;
import io.limber.routine.catalogue.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Holds stretches against a person's exclusions. {@code AVOID} and {@code CLINICIAN} rule a stretch out; {@code MODIFY}
 * leaves it in, with its reason as advice. A red flag rules out everything, whatever the stretch says.
 */
public final class Suitability {
    private static final String SEE_SOMEBODY_FIRST =
            "A warning sign has to be checked by a clinician first; no exercise is right until then.";

    private static final String HABIT = "HABIT";

    private final Set<String> exclusions;

    private Suitability(Set<String> exclusions) {
        this.exclusions = Set.copyOf(exclusions);
    }

    public static Suitability forSomebodyWith(Set<String> exclusions) {
        return new Suitability(exclusions);
    }

    /**
     * @param routine its stretches, each once
     * @param offered what could stand in for a clashing one; asked for only when one clashes
     */
    public Verdict of(List<Stretch> routine, Supplier<List<Stretch>> offered) {
        List<Clash> clashes = new ArrayList<>();
        List<Advice> advice = new ArrayList<>();
        for (Stretch stretch : routine) {
            for (Contraindication contraindication : applying(stretch)) {
                if (contraindication.action() == Action.MODIFY) {
                    advice.add(new Advice(stretch.id(), contraindication.code(), contraindication.reason()));
                } else {
                    clashes.add(new Clash(
                            stretch.id(),
                            contraindication.code(),
                            contraindication.action(),
                            contraindication.reason(),
                            null));
                }
            }
        }
        return new Verdict(clashes.isEmpty() ? clashes : withSubstitutes(clashes, routine, offered.get()), advice);
    }

    private List<Contraindication> applying(Stretch stretch) {
        if (exclusions.contains(ConditionCodes.RED_FLAG)) {
            return List.of(new Contraindication(ConditionCodes.RED_FLAG, Action.AVOID, SEE_SOMEBODY_FIRST));
        }
        return stretch.contraindications().stream()
                .filter(contraindication -> exclusions.contains(contraindication.code()))
                .toList();
    }

    private boolean suits(Stretch stretch) {
        return applying(stretch).stream().allMatch(each -> each.action() == Action.MODIFY);
    }

    private List<Clash> withSubstitutes(List<Clash> clashes, List<Stretch> routine, List<Stretch> offered) {
        List<Clash> named = new ArrayList<>();
        for (Clash clash : clashes) {
            Stretch unsuitable = routine.stream()
                    .filter(stretch -> stretch.id().equals(clash.stretchId()))
                    .findFirst()
                    .orElseThrow();
            Clash.Instead instead = substitute(unsuitable, routine, offered)
                    .map(stretch -> new Clash.Instead(stretch.id(), stretch.name()))
                    .orElse(null);
            named.add(new Clash(clash.stretchId(), clash.code(), clash.action(), clash.reason(), instead));
        }
        return named;
    }

    /**
     * What suits the person, trains one of the same regions and is not in the routine yet; a habit stands in for a habit
     * only. Of several: the same kind, then the same starting position, then most regions in common, then least to heed,
     * then the first by id.
     */
    Optional<Stretch> substitute(Stretch unsuitable, List<Stretch> routine, List<Stretch> offered) {
        Comparator<Stretch> best = Comparator.<Stretch, Boolean>comparing(
                        stretch -> !stretch.kind().equals(unsuitable.kind()))
                .thenComparing(stretch -> !stretch.position().equals(unsuitable.position()))
                .thenComparing(stretch -> -sharedRegions(stretch, unsuitable))
                .thenComparing(stretch -> applying(stretch).size())
                .thenComparing(Stretch::id);
        return offered.stream()
                .filter(stretch -> sharedRegions(stretch, unsuitable) > 0)
                .filter(stretch -> isHabit(stretch) == isHabit(unsuitable))
                .filter(stretch -> routine.stream().noneMatch(in -> in.id().equals(stretch.id())))
                .filter(this::suits)
                .min(best);
    }

    private static boolean isHabit(Stretch stretch) {
        return stretch.kind().equals(HABIT);
    }

    private static int sharedRegions(Stretch one, Stretch other) {
        Set<String> shared = new HashSet<>(one.regions());
        shared.retainAll(other.regions());
        return shared.size();
    }
}
