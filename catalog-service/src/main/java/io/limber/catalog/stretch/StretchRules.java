package io.limber.catalog.stretch;

import io.limber.catalog.document.Flaw;
import io.limber.catalog.figure.Figure;
import io.limber.catalog.figure.FigureRules;
import io.limber.catalog.vocabulary.Codes;
import io.limber.catalog.vocabulary.Term;
import io.limber.catalog.vocabulary.VocabularyName;
import io.limber.contracts.Contraindication.Action;
import io.limber.contracts.Range;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold of one stretch against the vocabularies, whoever it is of. */
public final class StretchRules {
    /** Classes that exist to be refused. */
    private static final Set<String> BARRED = Set.of("NECK-FAST", "BALLISTIC");

    /** Conditions that mean a part of the body without naming it: no exercise without a clinician's word. */
    private static final List<String> ANY_PART =
            List.of("RECENT_SURGERY_OTHER", "FRACTURE", "ACUTE_TEAR", "INFECTION", "HAEMATOMA");

    private static final String STATIC = "STATIC";

    private final Stretch stretch;
    private final Codes codes;
    private final List<Flaw> flaws = new ArrayList<>();

    private StretchRules(Stretch stretch, Codes codes) {
        this.stretch = stretch;
        this.codes = codes;
    }

    /**
     * @param stretch with everything that it must have
     */
    public static List<Flaw> check(Stretch stretch, Codes codes) {
        StretchRules rules = new StretchRules(stretch, codes);
        rules.checkCodes();
        rules.checkDose();
        rules.checkCautions();
        rules.checkContraindications();
        rules.checkSources();
        rules.checkFigure();
        return rules.flaws;
    }

    private void checkFigure() {
        Figure figure = stretch.figure();
        if (figure != null) {
            FigureRules.check(figure, stretch.steps().size())
                    .forEach(mistake -> add(
                            "/figure" + mistake.substring(0, mistake.indexOf(' ')),
                            mistake.substring(mistake.indexOf(' ') + 1)));
        }
    }

    private void checkCodes() {
        requireKnown("/licence", VocabularyName.LICENCES, List.of(stretch.licence()));
        requireKnown("/kind", VocabularyName.KINDS, List.of(stretch.kind()));
        requireKnown("/difficulty", VocabularyName.DIFFICULTIES, List.of(stretch.difficulty()));
        requireKnown("/officeFit", VocabularyName.OFFICE_FITS, List.of(stretch.officeFit()));
        requireKnown("/position", VocabularyName.POSITIONS, List.of(stretch.position()));
        requireKnown("/regions", VocabularyName.REGIONS, stretch.regions());
        requireKnown("/muscles", VocabularyName.MUSCLES, stretch.muscles());
        requireKnown("/equipment", VocabularyName.EQUIPMENT, stretch.equipment());
        requireKnown("/movementClasses", VocabularyName.MOVEMENT_CLASSES, stretch.movementClasses());
        if (stretch.regions().isEmpty()) {
            add("/regions", "names no part of the body");
        }
        if (stretch.steps().isEmpty()) {
            add("/steps", "says nothing to do");
        }
        if (!Collections.disjoint(stretch.movementClasses(), BARRED)) {
            add("/movementClasses", "no item may have a class of " + BARRED);
        }
    }

    private void checkDose() {
        Dose dose = stretch.dose();
        boolean isHabit = stretch.kind().equals(Stretch.HABIT);
        if (isHabit != (dose == null)) {
            add("/dose", isHabit ? "a habit has none" : "is missing; only a habit has none");
        }
        if (dose == null) {
            return;
        }
        requireSome("/dose/repetitions", dose.repetitions());
        requireSome("/dose/sets", dose.sets());
        requireSome("/dose/timesPerDay", dose.timesPerDay());
        if (stretch.kind().equals(STATIC)) {
            requireSome("/dose/holdSeconds", dose.holdSeconds());
        }
        if (dose.restSeconds() < 0) {
            add("/dose/restSeconds", "is below 0");
        }
    }

    private void requireSome(String field, Range range) {
        if (range.min() < 1) {
            add(field, "min is below 1");
        }
    }

    private void checkCautions() {
        List<String> codes = stretch.cautions().stream()
                .map(Caution::when)
                .filter(Objects::nonNull)
                .toList();
        requireKnown("/cautions", VocabularyName.CONTRAINDICATIONS, codes);
    }

    private void checkContraindications() {
        Set<String> seen = new HashSet<>();
        for (Contraindication one : stretch.contraindications()) {
            String field = "/contraindications/" + one.code();
            requireKnown(field, VocabularyName.CONTRAINDICATIONS, List.of(one.code()));
            requireKnown(field + "/sources", VocabularyName.SOURCES, one.sources());
            if (!seen.add(one.code())) {
                add(field, "is there twice");
            }
            if (one.code().equals(Stretch.RED_FLAG)) {
                add(field, "rules out everything and is not repeated on items");
            }
        }
        for (Term condition : codes.of(VocabularyName.CONTRAINDICATIONS)) {
            if (!condition.code().equals(Stretch.RED_FLAG)) {
                checkFollows(condition);
            }
        }
    }

    /** What the stretch moves decides what the condition asks for; the entry may be stricter, never looser. */
    private void checkFollows(Term condition) {
        String field = "/contraindications/" + condition.code();
        Optional<Action> given = stretch.contraindications().stream()
                .filter(one -> one.code().equals(condition.code()))
                .map(Contraindication::action)
                .findFirst();
        List<String> avoid = shared(condition.avoid());
        List<String> modify = shared(condition.modify());
        boolean isExercise = !stretch.kind().equals(Stretch.HABIT);
        if (!avoid.isEmpty() && !given.equals(Optional.of(Action.AVOID))) {
            add(field, "the classes " + avoid + " ask for AVOID, here is " + shown(given));
        } else if (isExercise
                && ANY_PART.contains(condition.code())
                && given.filter(action -> action != Action.MODIFY).isEmpty()) {
            add(field, "every exercise asks for CLINICIAN or AVOID, here is " + shown(given));
        } else if (!modify.isEmpty() && given.isEmpty()) {
            add(field, "the classes " + modify + " ask for MODIFY or stricter, here is nothing");
        }
    }

    private List<String> shared(@Nullable List<String> classes) {
        return classes == null
                ? List.of()
                : stretch.movementClasses().stream().filter(classes::contains).toList();
    }

    private static String shown(Optional<Action> action) {
        return action.map(Action::name).orElse("nothing");
    }

    private void checkSources() {
        for (SourceRef source : stretch.sources()) {
            String field = "/sources/" + source.code();
            Optional<Term> known = codes.find(VocabularyName.SOURCES, source.code());
            if (known.isEmpty()) {
                requireKnown(field, VocabularyName.SOURCES, List.of(source.code()));
            } else if (!source.tier().equals(known.get().tier())) {
                add(field, "is of tier " + known.get().tier() + ", here is " + source.tier());
            }
        }
    }

    private void requireKnown(String field, VocabularyName vocabulary, List<String> given) {
        codes.unknown(vocabulary, given)
                .forEach(code -> add(field, "'" + code + "' is not in vocabularies/" + vocabulary.wire() + ".yaml"));
        if (Set.copyOf(given).size() < given.size() && !field.equals("/cautions")) {
            add(field, "has a code twice");
        }
    }

    private void add(String field, String what) {
        flaws.add(new Flaw(field, what));
    }
}
