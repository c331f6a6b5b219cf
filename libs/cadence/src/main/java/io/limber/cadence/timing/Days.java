package io.limber.cadence.timing;

import io.limber.cadence.Recurrence;
import io.limber.cadence.RecurringDates;
import io.limber.cadence.UnusableRule;
import io.limber.cadence.Weekly;
import io.limber.contracts.Timing;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** On which dates, from which one on and up to which one. */
record Days(
        Recurrence recurrence, LocalDate first, @Nullable LocalDate last) {
    static Days of(Timing timing, LocalDate activeFrom) throws InvalidTiming {
        Timing.Recurrence recurrence = timing.recurrence();
        List<DayOfWeek> daysOfWeek = timing.daysOfWeek();
        if ((recurrence == null) == (daysOfWeek == null)) {
            throw InvalidTiming.at("/daysOfWeek", "exactly one of daysOfWeek and recurrence says on which days");
        }
        if (recurrence != null) {
            return of(recurrence, activeFrom);
        }
        if (daysOfWeek.isEmpty()) {
            throw InvalidTiming.at("/daysOfWeek", "name at least one day");
        }
        return new Days(Weekly.on(daysOfWeek), activeFrom, null);
    }

    private static Days of(Timing.Recurrence recurrence, LocalDate activeFrom) throws InvalidTiming {
        LocalDate start = recurrence.startsOn() == null ? activeFrom : recurrence.startsOn();
        Fields.requireSane("/recurrence/startsOn", start);
        List<LocalDate> except = dates("/recurrence/exceptDates", recurrence.exceptDates());
        List<LocalDate> extra = dates("/recurrence/extraDates", recurrence.extraDates());
        for (int index = 0; index < extra.size(); index++) {
            if (extra.get(index).isBefore(start)) {
                throw InvalidTiming.at(
                        "/recurrence/extraDates/" + index, "is before the start of the recurrence, " + start);
            }
        }
        String rule = Fields.required("/recurrence/rule", recurrence.rule());
        try {
            RecurringDates dates = RecurringDates.of(rule, start, except, extra);
            return new Days(dates.recurrence(), start, dates.last());
        } catch (UnusableRule e) {
            throw e.neverOccurs()
                    ? InvalidTiming.never("/recurrence/rule", e.advice())
                    : InvalidTiming.at("/recurrence/rule", e.advice());
        }
    }

    private static List<LocalDate> dates(String pointer, @Nullable List<LocalDate> given) throws InvalidTiming {
        List<LocalDate> dates = Fields.orNone(given);
        Fields.requireAtMost(pointer, RecurringDates.MOST_DATES, dates);
        for (int index = 0; index < dates.size(); index++) {
            Fields.requireSane(pointer + "/" + index, dates.get(index));
        }
        return dates;
    }
}
