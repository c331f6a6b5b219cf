package io.limber.localstack;

/** Something the person at the keyboard can act on; the message is shown as it is, without a stack trace. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
