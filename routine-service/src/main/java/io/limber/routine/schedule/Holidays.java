package io.limber.routine.schedule;

import io.limber.contracts.Timing;
import io.limber.routine.calendar.CalendarId;
import io.limber.routine.calendar.DaysOff;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Days off: public holidays, a calendar of the tenant, days of this schedule alone; any of them together. */
@Schema(
        name = "Holidays",
        description =
                "Days off: public holidays, those of a calendar, those of this schedule alone; any of them together.")
public record Holidays(
        @Schema(description = "Public holidays of this country, ISO 3166-1 alpha-2.", examples = "DE", nullable = true)
        @Pattern(regexp = "[A-Z]{2}", message = "must be two capital letters (ISO 3166-1 alpha-2), for example DE")
        @Nullable
        String country,

        @Schema(
                description = "And those of this region of it: what follows the hyphen of its ISO 3166-2 code.",
                examples = "BY",
                nullable = true)
        @Size(min = 1, max = 20)
        @Nullable
        String region,

        @Schema(description = "Id of a calendar of the tenant's; its changes count at once.", nullable = true) @Nullable
        CalendarId calendar,

        @Schema(nullable = true) @Size(max = Holidays.MOST_DAYS) @Nullable
        List<@NotNull LocalDate> days,

        @Schema(
                description =
                        "A day of the schedule that is off is left out (SKIP), or moved to the working day BEFORE or"
                                + " AFTER: the nearest that is not off and has hours, or Monday to Friday when there are no hours.",
                defaultValue = "SKIP")
        @Nullable
        Policy policy) {
    /** With those of a calendar they stay below what a timing may carry. */
    private static final int MOST_DAYS = 100;

    /** What becomes of a day that is off. */
    @Schema(name = "HolidayPolicy")
    public enum Policy {
        SKIP,
        BEFORE,
        AFTER
    }

    boolean namesNothing() {
        return country == null && region == null && calendar == null && days == null;
    }

    Holidays canonical() {
        return new Holidays(
                country,
                region,
                calendar,
                days == null ? null : days.stream().sorted().toList(),
                orSkip());
    }

    /** Empty when no day is off: a calendar may have none. */
    Optional<Timing.Holidays> timing(DaysOff ofCalendar) {
        List<LocalDate> own = Objects.requireNonNullElse(days, List.of());
        DaysOff all = new DaysOff(
                Stream.concat(own.stream(), ofCalendar.days().stream()).toList());
        if (country == null && all.days().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Timing.Holidays(country, region, all.days().isEmpty() ? null : all.days(), orSkip().name()));
    }

    private Policy orSkip() {
        return Objects.requireNonNullElse(policy, Policy.SKIP);
    }
}
