package io.limber.catalog.editing;

import io.limber.kit.problem.ProblemCode;

/** Mistakes that only changing the catalogue can meet. */
public enum CatalogProblem implements ProblemCode {
    ID_TAKEN("id-taken", 409, "This id is in use, or was once."),
    STRETCH_RETIRED("stretch-retired", 409, "The stretch is retired for good."),
    NOTHING_TO_PUBLISH("nothing-to-publish", 409, "Nothing has changed since the last publication."),
    PUBLISHED_ALREADY("published-already", 409, "What was published once can only be retired."),
    NOT_PUBLISHED("not-published", 409, "The stretch was never published."),
    TOO_MANY_STRETCHES("too-many-stretches", 409, "The tenant has as many stretches as it may."),
    NOT_PUBLISHABLE("not-publishable", 422, "The stretch cannot be published as it is.");

    private final String code;
    private final int status;
    private final String title;

    CatalogProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
