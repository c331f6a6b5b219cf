package io.limber.routine;

import io.limber.kit.problem.ProblemCode;

/** The mistakes that only routine-service knows. */
public enum RoutineProblem implements ProblemCode {
    ROUTINE_IN_USE("routine-in-use", 409, "Plans that have not ended use this routine."),
    ROUTINE_CLASHES("routine-clashes", 409, "The changed routine does not suit everybody whose active plan uses it."),
    CALENDAR_IN_USE("calendar-in-use", 409, "Plans that have not ended use this calendar."),
    CALENDAR_CLASHES("calendar-clashes", 409, "With the changed calendar some active plans would not be due any more."),
    ILLEGAL_MOVE("illegal-move", 409, "The plan is in a state that does not allow this."),
    UNKNOWN_REFERENCE("unknown-reference", 422, "Something the request names does not exist or cannot be used here."),
    DOSE_OUT_OF_LIMITS("dose-out-of-limits", 422, "A dose is outside what the stretch allows."),
    SCHEDULE_UNUSABLE("schedule-unusable", 422, "No due times can be computed from the schedule."),
    SCHEDULE_NEVER_FIRES("schedule-never-fires", 422, "The schedule has no due time between its first and last day."),
    PLAN_CONTRAINDICATED("plan-contraindicated", 422, "The routine does not suit this person."),
    CATALOG_NOT_READY("catalog-not-ready", 503, "The catalogue has not arrived here yet.");

    private final String code;
    private final int status;
    private final String title;

    RoutineProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
