package io.limber.cadence.timing;

import io.limber.cadence.ActiveWindow;
import io.limber.cadence.Cadence;
import io.limber.cadence.FoldPolicy;
import io.limber.cadence.GapPolicy;
import io.limber.cadence.Lateness;
import io.limber.cadence.Spread;
import io.limber.cadence.WallClock;
import io.limber.contracts.Timing;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From the contract's timing to a cadence and the time in which a plan is on it. Whoever previews and whoever fires goes
 * through here, so what was previewed is what fires.
 */
public final class TimingCadence {
    private static final Duration MOST_LATENESS = Duration.ofDays(7);

    private TimingCadence() {}

    /** What a plan's timing comes to. */
    public record Planned(Cadence cadence, ActiveWindow active) {}

    /**
     * @param planId decides on the offset inside the spread, and on nothing else
     * @param activeFrom first local day, between the years 1970 and 9999
     * @param activeUntil last local day, included; null without end
     * @throws InvalidTiming with a pointer from the timing on and a sentence that says what to change
     */
    public static Planned of(Timing timing, String planId, LocalDate activeFrom, @Nullable LocalDate activeUntil)
            throws InvalidTiming {
        Days days = Days.of(timing, activeFrom);
        Cadence cadence = new Cadence(
                days.recurrence(),
                Times.of(timing),
                clock(timing),
                Openings.of(timing.hours()),
                Holidays.of(timing.holidays()),
                offset(timing, planId),
                lateness(timing));
        LocalDate first = days.first().isAfter(activeFrom) ? days.first() : activeFrom;
        ActiveWindow active =
                ActiveWindow.of(first, Optional.ofNullable(last(cadence, days, activeUntil)), cadence.zone());
        requireEverDue(cadence, first);
        return new Planned(cadence, active);
    }

    private static WallClock clock(Timing timing) throws InvalidTiming {
        ZoneId zone;
        try {
            zone = ZoneId.of(Fields.required("/zone", timing.zone()));
        } catch (DateTimeException e) {
            throw InvalidTiming.at(
                    "/zone",
                    "'" + timing.zone()
                            + "' is not a time zone known here: use an IANA name, for example Europe/Berlin");
        }
        return new WallClock(
                zone,
                Fields.code("/gap", GapPolicy.class, timing.gap()),
                Fields.code("/fold", FoldPolicy.class, timing.fold()));
    }

    private static Duration offset(Timing timing, String planId) throws InvalidTiming {
        int minutes = timing.spreadMinutes() == null ? 0 : timing.spreadMinutes();
        if (minutes < 0 || minutes > Spread.LONGEST.toMinutes()) {
            throw InvalidTiming.at("/spreadMinutes", "must be between 0 and " + Spread.LONGEST.toMinutes());
        }
        return Spread.offset(planId, Duration.ofMinutes(minutes));
    }

    private static Lateness lateness(Timing timing) throws InvalidTiming {
        long seconds = timing.maxLatenessSeconds();
        if (seconds < 1 || seconds > MOST_LATENESS.toSeconds()) {
            throw InvalidTiming.at("/maxLatenessSeconds", "must be between 1 and " + MOST_LATENESS.toSeconds());
        }
        Lateness.Then then = timing.whenTooLate() == null
                ? Lateness.Then.DROP
                : Fields.code("/whenTooLate", Lateness.Then.class, timing.whenTooLate());
        return new Lateness(Duration.ofSeconds(seconds), then);
    }

    /** A last occurrence that moves to a later day is still due there. */
    private static @Nullable LocalDate last(Cadence cadence, Days days, @Nullable LocalDate activeUntil) {
        LocalDate end = days.last();
        if (end == null) {
            return activeUntil;
        }
        LocalDate landed =
                cadence.landing(end).filter(date -> date.isAfter(end)).orElse(end);
        return activeUntil == null || landed.isBefore(activeUntil) ? landed : activeUntil;
    }

    private static void requireEverDue(Cadence cadence, LocalDate first) throws InvalidTiming {
        Instant before = first.atStartOfDay(cadence.zone()).toInstant().minusNanos(1);
        if (cadence.nextAfter(before).isEmpty()) {
            throw InvalidTiming.never("", "days, times, hours and days off never meet: nothing would ever be due");
        }
    }
}
