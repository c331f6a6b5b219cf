package io.limber.reminder.ledger;

import io.limber.kit.problem.ProblemException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** From which to which day, both included. */
record LedgerRange(LocalDate from, LocalDate until) {
    static final int LONGEST_DAYS = 400;
    private static final int DEFAULT_DAYS = 30;

    LedgerRange {
        if (until.isBefore(from)) {
            throw ProblemException.field("until", "must not be before 'from'");
        }
        if (from.plusDays(LONGEST_DAYS).isBefore(until)) {
            throw ProblemException.field("from", "must be at most " + LONGEST_DAYS + " days before 'until'");
        }
    }

    /** What is left out becomes the last thirty days, up to the day that has begun somewhere on earth. */
    static LedgerRange of(@Nullable String from, @Nullable String until, Clock clock) {
        LocalDate last = until == null
                ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1)
                : date("until", until);
        return new LedgerRange(from == null ? last.minusDays(DEFAULT_DAYS) : date("from", from), last);
    }

    private static LocalDate date(String name, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() < 1970 || date.getYear() > 9999) {
                throw ProblemException.field(name, "must be a date from 1970 to 9999");
            }
            return date;
        } catch (DateTimeException e) {
            throw ProblemException.field(name, "must be a date, for example 2026-11-23");
        }
    }
}
