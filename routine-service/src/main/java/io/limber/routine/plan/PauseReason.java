package io.limber.routine.plan;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a plan rests. */
public enum PauseReason {
    /** Somebody asked for it. */
    REQUESTED,
    /** What is known of the person changed, and the routine no longer suits. */
    CONTRAINDICATED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
