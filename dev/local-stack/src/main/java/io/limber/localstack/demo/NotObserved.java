package io.limber.localstack.demo;

/** A step that was not seen to happen, and what was seen instead. */
final class NotObserved extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotObserved(String seen) {
        super(seen);
    }
}
