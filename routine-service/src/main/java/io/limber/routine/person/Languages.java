package io.limber.routine.person;

import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;

/** Languages of people as BCP 47 tags. */
final class Languages {
    private static final String FORM = "is not a BCP 47 language tag, for example 'en' or 'de-AT'";

    private Languages() {}

    /**
     * @throws ProblemException 400 when it is not a tag with a language
     */
    static Locale parse(String pointer, String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            if (!locale.getLanguage().isEmpty()) {
                return locale;
            }
        } catch (IllformedLocaleException e) {
            // said below
        }
        throw new ProblemException(
                CommonProblem.INVALID_VALUE, "The locale " + FORM + ".", List.of(new FieldError(pointer, FORM)));
    }
}
