package io.limber.reminder.answer;

/** How long a routine takes, as people say it. */
public final class RoutineWords {
    private static final int MINUTE = 60;

    private RoutineWords() {}

    /** For example {@code 45 seconds}, {@code 1 minute}, {@code 3 minutes}; from a minute on rounded up to whole minutes. */
    public static String length(int seconds) {
        return seconds < MINUTE ? count(seconds, "second") : count((seconds + MINUTE - 1) / MINUTE, "minute");
    }

    private static String count(int number, String unit) {
        return number + " " + (number == 1 ? unit : unit + "s");
    }
}
