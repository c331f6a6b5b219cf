package io.limber.catalog.document;

/** Whether a clinician has looked at a document. */
public enum ReviewStatus {
    UNREVIEWED,
    REVIEWED
}
