package io.limber.routine.person;

import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import io.limber.routine.catalogue.ConditionCodes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a person must not do, as codes of conditions. Health data: its text shows none of it. */
public record Exclusions(Set<String> codes) {
    public Exclusions {
        codes = Set.copyOf(codes);
    }

    /**
     * @throws ProblemException 400 naming each unknown code's place
     */
    static Exclusions parse(List<String> codes) {
        List<FieldError> errors = new ArrayList<>();
        for (int index = 0; index < codes.size(); index++) {
            if (!ConditionCodes.ALL.contains(codes.get(index))) {
                errors.add(new FieldError(
                        "/exclusions/" + index,
                        "is not a code of the vocabulary 'contraindications'",
                        ConditionCodes.ALL));
            }
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.INVALID_VALUE, "Some exclusions are not known; nothing was changed.", errors);
        }
        return of(codes);
    }

    static Exclusions of(Collection<String> codes) {
        return new Exclusions(Set.copyOf(codes));
    }

    /** In a fixed order. */
    List<String> sorted() {
        return List.copyOf(new TreeSet<>(codes));
    }

    @Override
    public String toString() {
        return "Exclusions[hidden]";
    }
}
