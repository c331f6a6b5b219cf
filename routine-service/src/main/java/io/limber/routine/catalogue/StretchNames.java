package io.limber.routine.catalogue;

import io.limber.contracts.StretchAdapted;
import io.limber.contracts.StretchPublished;
import io.limber.contracts.StretchWords;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a stretch is called.
 *
 * @param inEnglish its English name, or that in its own language when it has none
 * @param byLanguage by ISO 639-1 code
 */
public record StretchNames(String inEnglish, SortedMap<String, String> byLanguage) {
    /** What is written in when nothing else is said. */
    public static final String ENGLISH = "en";

    public StretchNames {
        byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
    }

    /** The catalogue's, with those of the tenant in front. */
    static StretchNames of(StretchPublished stretch, @Nullable StretchAdapted adaptation) {
        SortedMap<String, String> names = new TreeMap<>();
        if (stretch.translations() != null) {
            add(names, stretch.translations());
        }
        names.put(stretch.language() == null ? ENGLISH : stretch.language(), stretch.name());
        if (adaptation != null) {
            add(names, adaptation.wording());
        }
        return new StretchNames(names.getOrDefault(ENGLISH, stretch.name()), names);
    }

    private static void add(Map<String, String> names, Map<String, StretchWords> words) {
        words.forEach((language, own) -> {
            String name = own.name();
            if (name != null && !name.isBlank()) {
                names.put(language, name);
            }
        });
    }
}
