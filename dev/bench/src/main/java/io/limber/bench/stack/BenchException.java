package io.limber.bench.stack;

import java.io.Serial;

/** A measurement that cannot be made; its message is for whoever called. */
public class BenchException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public BenchException(String message) {
        super(message);
    }

    public BenchException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
