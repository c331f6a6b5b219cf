package io.limber.catalog.browse;

import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of a query, read to the letter. A name that does not exist is refused: a mistyped filter would
 * otherwise show more than was asked for.
 */
record Query(MultivaluedMap<String, String> parameters) {
    /**
     * @throws ProblemException when there is a parameter that is not one of {@code names}
     */
    static Query of(MultivaluedMap<String, String> parameters, Set<String> names) {
        for (String name : parameters.keySet()) {
            if (!names.contains(name)) {
                String message = "There is no parameter '" + name + "' here.";
                throw new ProblemException(
                        CommonProblem.BAD_REQUEST,
                        message,
                        List.of(new FieldError(name, message, List.copyOf(new TreeSet<>(names)))));
            }
        }
        return new Query(parameters);
    }

    /**
     * The codes of a parameter that may be repeated, hold several with commas between, or both.
     *
     * @throws ProblemException when one is not in {@code allowed}
     */
    Set<String> codes(String name, List<String> allowed) {
        Set<String> codes = new LinkedHashSet<>();
        for (String value : parameters.getOrDefault(name, List.of())) {
            Arrays.stream(value.split(",", -1)).map(String::trim).forEach(codes::add);
        }
        codes.stream().filter(code -> !allowed.contains(code)).findFirst().ifPresent(unknown -> {
            throw ProblemException.notOneOf(name, unknown, allowed);
        });
        return codes;
    }

    /** The value of a parameter that is given at most once. */
    Optional<String> text(String name) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw ProblemException.field(name, "may be given once");
        }
        return values.stream().findFirst();
    }

    /** False when it is not given. */
    boolean flag(String name) {
        return text(name)
                .map(value -> switch (value) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw ProblemException.notOneOf(name, value, List.of("true", "false"));
                })
                .orElse(false);
    }

    /**
     * @throws ProblemException when it is no whole number of at least {@code least}
     */
    OptionalInt number(String name, int least) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= least) {
                return OptionalInt.of(number);
            }
        } catch (NumberFormatException e) {
            // falls through: as wrong as a number that is too small
        }
        throw new ProblemException(
                CommonProblem.INVALID_VALUE,
                "'" + name + "' is not a whole number of at least " + least + ".",
                List.of(new FieldError(name, "must be a whole number of at least " + least)));
    }
}
