package io.limber.catalog.language;

import io.limber.kit.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which language an answer is to be in: what {@code lang} says, else what {@code Accept-Language} likes best of ours. */
public final class LanguageChoice {
    private static final int LONGEST_HEADER = 200;
    private static final List<Locale> OURS =
            Language.codes().stream().map(Locale::of).toList();

    private LanguageChoice() {}

    /**
     * @param lang a code, or null
     * @param acceptLanguage the header (RFC 9110 §12.5.4), or null; one that cannot be read counts as absent
     * @throws ProblemException 400 when {@code lang} is no language of ours
     */
    public static Language of(@Nullable String lang, @Nullable String acceptLanguage) {
        if (lang != null) {
            return Language.find(lang).orElseThrow(() -> ProblemException.notOneOf("lang", lang, Language.codes()));
        }
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST_HEADER) {
            return Language.FALLBACK;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), OURS);
            return best == null
                    ? Language.FALLBACK
                    : Language.find(best.getLanguage()).orElse(Language.FALLBACK);
        } catch (IllegalArgumentException e) {
            return Language.FALLBACK;
        }
    }
}
