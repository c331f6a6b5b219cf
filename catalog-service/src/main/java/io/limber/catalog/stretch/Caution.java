package io.limber.catalog.stretch;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Advice to read before or while doing a stretch; it decides nothing.
 *
 * @param when the contraindication code it is for; absent when it is for everybody
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Caution(String text, @Nullable String when) {}
