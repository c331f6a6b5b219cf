package io.limber.reminder.bucket;

import java.io.Serial;
import java.sql.SQLException;

/** The database did not do it, and nothing of it happened. */
public class DatabaseFault extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String state;

    DatabaseFault(SQLException cause) {
        super(cause);
        this.state = cause.getSQLState() == null ? "" : cause.getSQLState();
    }

    /** Whether the data itself is refused (classes 22 and 23), so that trying again cannot help. */
    public boolean refusesTheData() {
        return state.startsWith("22") || state.startsWith("23");
    }
}
