package io.limber.kit.events;

import java.sql.SQLException;

/** Tells data that the database will never take from a fault that passes. */
public final class Refusal {
    private Refusal() {}

    /** Whether it is about the data itself: SQLSTATE class 22 (data exception) or 23 (violated constraint). */
    public static boolean isAboutTheData(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }
}
