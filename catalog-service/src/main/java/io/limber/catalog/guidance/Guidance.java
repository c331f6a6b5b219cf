package io.limber.catalog.guidance;

import io.limber.catalog.document.Document;
import io.limber.catalog.document.ReviewStatus;
import java.util.List;

/** A page of rules, in order. */
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
