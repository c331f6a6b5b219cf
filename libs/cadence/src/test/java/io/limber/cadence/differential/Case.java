package io.limber.cadence.differential;

import io.limber.cadence.ActiveWindow;
import io.limber.cadence.Cadence;
import io.limber.cadence.FoldPolicy;
import io.limber.cadence.GapPolicy;
import io.limber.cadence.RecurringDates;
import io.limber.cadence.UnusableRule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One question to both.
 *
 * @param rule without UNTIL
 * @param until last date, included
 */
record Case(
        String rule,
        @Nullable LocalDate until,
        LocalDate start,
        List<LocalTime> times,
        ZoneId zone,
        GapPolicy gap,
        FoldPolicy fold) {
    /** How many due instants are compared. */
    static final int MOST = 40;

    /** How far; rules that meet less than {@link #MOST} times in it are compared up to here. */
    static final int YEARS = 8;

    /** What Limber previews, up to {@link #end()}; nothing for a rule that it refuses because it never occurs. */
    List<Instant> ours() throws UnusableRule {
        RecurringDates dates;
        try {
            dates = RecurringDates.of(limberRule(), start, List.of(), List.of());
        } catch (UnusableRule e) {
            if (e.neverOccurs()) {
                return List.of();
            }
            throw e;
        }
        Cadence cadence = Cadence.of(dates.recurrence(), times, zone, gap, fold, Duration.ofMinutes(30));
        return cadence.preview(Instant.MIN, MOST, ActiveWindow.of(start, Optional.of(last(dates, cadence)), zone));
    }

    /** As for a plan: the last occurrence may be due on the day after. */
    private LocalDate last(RecurringDates dates, Cadence cadence) {
        if (dates.last() == null) {
            return end();
        }
        LocalDate landed = cadence.landing(dates.last()).orElse(dates.last());
        return landed.isAfter(end()) ? end() : landed;
    }

    LocalDate end() {
        return start.plusYears(YEARS);
    }

    String limberRule() {
        return until == null ? rule : rule + ";UNTIL=" + DateTimeFormatter.BASIC_ISO_DATE.format(until);
    }

    boolean has(String part) {
        return (";" + rule).contains(";" + part);
    }

    /** The value of a part that is there. */
    String part(String name) {
        return Arrays.stream(rule.split(";"))
                .filter(part -> part.startsWith(name + "="))
                .map(part -> part.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return limberRule() + " from " + start + " at " + times + " in " + zone + " " + gap + " " + fold;
    }
}
