package io.limber.reminder.answer;

/** How long a routine takes, as people say it. */
public final class RoutineWords {
    private static final int MINUTE = 60;

    private RoutineWords() {}

    /** {@code 45 seconds}, {@code 1 minute}, {@code 3 minutes}: from a minute on rounded up to whole ones. */
    public static String length(int seconds) {
        return seconds < MINUTE ? count(seconds, "second") : count((seconds + MINUTE - 1) / MINUTE, "minute");
    }

    /** To the second: {@code 45 seconds}, {@code 2 minutes}, {@code 1 min 10 s}. */
    public static String exactly(int seconds) {
        return seconds < MINUTE || seconds % MINUTE == 0
                ? length(seconds)
                : seconds / MINUTE + " min " + seconds % MINUTE + " s";
    }

    private static String count(int number, String unit) {
        return number + " " + (number == 1 ? unit : unit + "s");
    }
}
