package io.limber.kit.problem;

/** A mistake with a name. Implemented by enums; codes are stable and documented in {@code docs/problems.md}. */
public interface ProblemCode {
    /** Stable, kebab-case, for example {@code unknown-field}. */
    String code();

    /** HTTP status. */
    int status();

    /** The same sentence for every occurrence. */
    String title();
}
