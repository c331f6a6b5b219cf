package io.limber.catalog.stretch;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Advice to read before or while doing a stretch; it decides nothing.
 *
 * @param when the contraindication code it is for; absent when it is for everybody
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "Advice; with when, for people with that condition.",
        requiredProperties = {"text"})
public record Caution(String text, @Nullable String when) {}
