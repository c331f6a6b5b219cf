package io.limber.catalog.guidance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of guidance.
 *
 * @param id unique in its page, for example {@code RF1}
 * @param route only on warning signs: what a yes asks for
 * @param sources codes of the vocabulary {@code sources}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "One rule. Only warning signs have a route: what a yes asks for.",
        requiredProperties = {"id", "text", "sources"})
public record Rule(String id, String text, @Nullable Route route, List<String> sources) {
    /** What a person does who answers a warning sign with yes. */
    public enum Route {
        /** Get emergency help now. */
        EMERGENCY,
        /** Be seen as soon as possible, the same day if it can be. */
        URGENT,
        /** See the doctor about it. */
        BOOK_GP,
        /** Mention it; it weighs beside another yes. */
        CHECK
    }
}
