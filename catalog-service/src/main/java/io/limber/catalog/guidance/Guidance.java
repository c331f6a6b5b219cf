package io.limber.catalog.guidance;

import io.limber.catalog.document.Document;
import io.limber.catalog.document.ReviewStatus;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of rules, in order. */
@Schema(
        description = "A page of rules, in order.",
        requiredProperties = {"id", "revision", "title", "summary", "items", "reviewStatus", "licence"})
public record Guidance(
        String id,
        int revision,
        String title,
        String summary,
        List<Rule> items,
        ReviewStatus reviewStatus,
        String licence)
        implements Document {
    @Override
    public String documentId() {
        return id;
    }
}
