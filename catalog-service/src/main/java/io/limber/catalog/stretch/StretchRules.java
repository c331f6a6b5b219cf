package io.limber.catalog.content;

import io.limber.catalog.stretch.Caution;
import io.limber.catalog.stretch.Contraindication;
import io.limber.catalog.stretch.Dose;
import io.limber.catalog.stretch.SourceRef;
import io.limber.catalog.stretch.Stretch;
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

/** What must hold of one stretch against the vocabularies. */
final class StretchRules {
    /** Classes that exist to be refused. */
    private static final Set<String> BARRED = Set.of("NECK-FAST", "BALLISTIC");

    /** Conditions that mean a part of the body without naming it: no exercise without a clinician's word. */
    private static final List<String> ANY_PART =
            List.of("RECENT_SURGERY_OTHER", "FRACTURE", "ACUTE_TEAR", "INFECTION", "HAEMATOMA");

    private static final String STATIC = "STATIC";

    private final String file;
    private final Stretch stretch;
    private final Terms terms;
    private final List<Mistake> mistakes = new ArrayList<>();

    StretchRules(String file, Stretch stretch, Terms terms) {
        this.file = file;
        this.stretch = stretch;
        this.terms = terms;
    }

    List<Mistake> check() {
        checkCodes();
        checkDose();
        checkCautions();
        checkContraindications();
        checkSources();
        return mistakes;
    }

    private void checkCodes() {
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
        for (Term condition : terms.of(VocabularyName.CONTRAINDICATIONS)) {
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
            Optional<Term> known = terms.find(VocabularyName.SOURCES, source.code());
            if (known.isEmpty()) {
                requireKnown(field, VocabularyName.SOURCES, List.of(source.code()));
            } else if (!source.tier().equals(known.get().tier())) {
                add(field, "is of tier " + known.get().tier() + ", here is " + source.tier());
            }
        }
    }

    private void requireKnown(String field, VocabularyName vocabulary, List<String> codes) {
        terms.unknown(vocabulary, codes)
                .forEach(code -> add(field, "'" + code + "' is not in vocabularies/" + vocabulary.wire() + ".yaml"));
        if (Set.copyOf(codes).size() < codes.size() && !field.equals("/cautions")) {
            add(field, "has a code twice");
        }
    }

    private void add(String field, String what) {
        mistakes.add(new Mistake(file, field, what));
    }
}
