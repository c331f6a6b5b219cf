package io.limber.routine.calendar;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A calendar as we return it. */
@Schema(
        name = "Calendar",
        description = "A tenant's own days off.",
        requiredProperties = {"calendarId", "version", "name", "days"})
public record CalendarView(CalendarId calendarId, long version, String name, List<LocalDate> days) {
    static CalendarView of(Calendar calendar) {
        return new CalendarView(
                calendar.calendarId(),
                calendar.version(),
                calendar.name(),
                calendar.daysOff().days());
    }
}
