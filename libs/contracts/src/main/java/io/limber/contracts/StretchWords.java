package io.limber.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The words of a stretch in one language. In an adaptation what is null stays as it is, and cautions and reasons always do.
 *
 * @param cautions in the order of the stretch's cautions
 * @param reasons of the contraindications, by their codes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StretchWords(
        @Nullable String name,
        @Nullable List<String> aliases,
        @Nullable String summary,
        @Nullable String start,
        @Nullable List<String> steps,
        @Nullable String breathing,
        @Nullable List<String> cautions,
        @Nullable Map<String, String> reasons) {}
