package io.limber.catalog.stretch;

import io.limber.contracts.StretchWords;
import java.util.List;
import java.util.Map;

/**
 * The words of a stretch in one language.
 *
 * @param cautions in the order of the stretch's cautions
 * @param reasons of the contraindications, by their codes
 */
public record StretchText(
        String name,
        List<String> aliases,
        String summary,
        String start,
        List<String> steps,
        String breathing,
        List<String> cautions,
        Map<String, String> reasons) {
    StretchWords published() {
        return new StretchWords(name, aliases, summary, start, steps, breathing, cautions, reasons);
    }
}
