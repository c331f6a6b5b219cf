package io.limber.reminder.bucket;

import io.limber.kit.events.Refusal;
import java.io.Serial;
import java.sql.SQLException;

/** The database did not do it, and nothing of it happened. */
public class DatabaseFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final boolean refusal;

    DatabaseFault(SQLException cause) {
        super(cause);
        this.refusal = Refusal.isAboutTheData(cause);
    }

    /** Whether the data itself is refused, so that trying again cannot help. */
    public boolean refusesTheData() {
        return refusal;
    }
}
