package io.limber.catalog.document;

/** What a collection holds: something with an id that grows by revisions. */
public interface Document {
    /** Unique in its collection and never used again. */
    String documentId();

    /** Begins with 1 and is raised by every change. */
    int revision();
}
