package io.limber.routine.routine;

import io.limber.contracts.Dose;
import io.limber.contracts.Range;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import io.limber.routine.RoutineProblem;
import io.limber.routine.catalogue.Stretch;
import io.limber.routine.catalogue.StretchId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A routine's content, checked against the catalogue: defaults filled in, every dose within its stretch's limits. */
record Composition(String name, List<RoutineItem> items, int restSeconds, int switchSideSeconds) {
    int totalSeconds() {
        return RoutineTime.ofRoutine(items.stream().map(RoutineItem::seconds).toList(), restSeconds);
    }

    /**
     * @param known the catalogue's stretches with the ids the command names
     * @param kept stretches the routine had before; they may stay when they are withdrawn
     * @throws ProblemException 422 naming every item that cannot be, and the limits of each dose outside them
     */
    static Composition of(ComposeRoutine command, Map<StretchId, Stretch> known, Set<StretchId> kept) {
        requireUsable(command, known, kept);
        List<FieldError> errors = new ArrayList<>();
        List<RoutineItem> items = new ArrayList<>();
        for (int index = 0; index < command.items().size(); index++) {
            ComposeRoutine.Item item = command.items().get(index);
            items.add(item(item, known.get(item.stretchId()), command.switchSide(), "/items/" + index, errors));
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    RoutineProblem.DOSE_OUT_OF_LIMITS, "Keep each dose within the limits of its stretch.", errors);
        }
        return new Composition(command.name(), items, command.rest(), command.switchSide());
    }

    private static void requireUsable(ComposeRoutine command, Map<StretchId, Stretch> known, Set<StretchId> kept) {
        List<FieldError> errors = new ArrayList<>();
        for (int index = 0; index < command.items().size(); index++) {
            StretchId id = command.items().get(index).stretchId();
            String mistake = mistake(id, known.get(id), kept.contains(id));
            if (mistake != null) {
                errors.add(new FieldError("/items/" + index + "/stretchId", mistake));
            }
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    RoutineProblem.UNKNOWN_REFERENCE, "Choose stretches that the catalogue offers.", errors);
        }
    }

    private static @Nullable String mistake(StretchId id, @Nullable Stretch stretch, boolean kept) {
        if (stretch == null) {
            return "There is no stretch '" + id + "' in the catalogue.";
        }
        if (stretch.dose() == null) {
            return "'" + id + "' is a habit without a dose; it cannot be part of a routine.";
        }
        return stretch.withdrawn() && !kept ? "'" + id + "' is no longer offered." : null;
    }

    private static RoutineItem item(
            ComposeRoutine.Item asked,
            @Nullable Stretch stretch,
            int switchSide,
            String pointer,
            List<FieldError> errors) {
        if (stretch == null || stretch.dose() == null) {
            throw new IllegalStateException("checked before");
        }
        Dose dose = stretch.dose();
        StretchId id = stretch.id();
        int hold = within(dose.holdSeconds(), asked.holdSeconds(), pointer + "/holdSeconds", id, errors);
        int repetitions = within(dose.repetitions(), asked.repetitions(), pointer + "/repetitions", id, errors);
        int sets = within(dose.sets(), asked.sets(), pointer + "/sets", id, errors);
        int seconds = RoutineTime.ofStretch(hold, repetitions, sets, dose.sides(), dose.restSeconds(), switchSide);
        return new RoutineItem(
                id, stretch.name(), stretch.names().byLanguage(), hold, repetitions, sets, dose.sides(), seconds);
    }

    private static int within(
            Range range, @Nullable Integer asked, String pointer, StretchId stretch, List<FieldError> errors) {
        if (asked == null) {
            return range.normal();
        }
        if (!range.holds(asked)) {
            errors.add(new FieldError(
                    pointer, "must be between " + range.min() + " and " + range.max() + " for '" + stretch + "'"));
            return range.normal();
        }
        return asked;
    }
}
