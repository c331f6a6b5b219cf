package io.limber.catalog.guidance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All guidance, complete.
 *
 * @param next always null: there is one page
 */
public record GuidanceList(List<Guidance> items, @Nullable String next) {}
