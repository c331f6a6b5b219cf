package io.limber.kit.events;

import java.io.Serial;

/** A record that will never become readable by trying again. The message names no personal data. */
public class UndecodableEvent extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    public UndecodableEvent(String reason) {
        super(reason);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
