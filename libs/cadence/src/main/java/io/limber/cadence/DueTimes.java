package io.limber.cadence;

import io.limber.cadence.Hours.Range;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds due instants in the order in which a cadence's parts apply: date of the recurrence, move off a day off, time of
 * day, gap and fold, opening hours, offset.
 *
 * <p>The search has to bound what a date can become. A working day is a wall: no occurrence moves over one, nor waits
 * over one that has doors to open. Beside them only a gap moves a time, by a day at most (Samoa's lost day is the longest
 * gap there was).
 */
record DueTimes(Cadence cadence) {
    /** How far an occurrence moves at most, to a working day or to an opening; farther, it is left out. */
    static final int FARTHEST_MOVE_DAYS = 31;

    /** So many dates in a row without a due time count as never. */
    private static final int MOST_DATES = 1_000;

    private static final int LONGEST_GAP_DAYS = 1;
    private static final int FEW_TIMES = 12;

    Optional<Instant> after(Instant after) {
        LocalDate earliest = earliestDate(after);
        Optional<LocalDate> date = cadence.recurrence().next(earliest);
        Optional<Instant> best = Optional.empty();
        LocalDate last = earliest.plusYears(Pattern.HORIZON_YEARS);
        for (int tried = 0; date.filter(until(last)).isPresent() && tried < MOST_DATES; tried++) {
            Optional<Instant> candidate = working(date.get()).flatMap(day -> firstOn(day, after));
            if (candidate.isPresent() && (best.isEmpty() || candidate.get().isBefore(best.get()))) {
                best = candidate;
                last = latestDate(candidate.get());
            }
            LocalDate from = date.get().plusDays(1);
            date = from.isAfter(last) ? Optional.empty() : cadence.recurrence().next(from);
        }
        return best;
    }

    /** The date on which an occurrence of {@code date} is due; empty when it is left out. */
    Optional<LocalDate> landing(LocalDate date) {
        return working(date)
                .flatMap(day -> cadence.times().stream()
                        .map(time -> due(day.atTime(time)))
                        .flatMap(Optional::stream)
                        .map(cadence.clock()::dateOf)
                        .max(LocalDate::compareTo));
    }

    private static Predicate<LocalDate> until(LocalDate last) {
        return date -> !date.isAfter(last);
    }

    /** No occurrence on a date before this one is due after {@code after}. */
    private LocalDate earliestDate(Instant after) {
        Instant planned = instantBefore(after);
        LocalDate wall = cadence.clock().dateOf(planned);
        if (!isSteady(planned)) {
            // Also because at a fold at midnight the date goes back.
            wall = wall.minusDays(1L + LONGEST_GAP_DAYS);
        }
        if (!cadence.daysOff().areNone() && cadence.daysOff().policy() == DaysOff.Policy.AFTER) {
            wall = wallBefore(wall);
        }
        if (isHolding()) {
            // Two, for a clock may jump over all of one day's hours.
            wall = wallBefore(wallBefore(wall));
        }
        return wall;
    }

    /** No occurrence on a date after this one is due before {@code best}. */
    private LocalDate latestDate(Instant best) {
        LocalDate last = cadence.clock().dateOf(best);
        if (!isSteady(best)) {
            last = last.plusDays(LONGEST_GAP_DAYS);
        }
        return cadence.daysOff().areNone() || cadence.daysOff().policy() != DaysOff.Policy.BEFORE
                ? last
                : nearest(last, 1, this::isWorking).orElse(last.plusDays(FARTHEST_MOVE_DAYS));
    }

    /** What is due after {@code after} is planned after this, before the offset is added. */
    private Instant instantBefore(Instant after) {
        return cadence.offset().isZero() ? after : after.minus(cadence.offset());
    }

    private boolean isSteady(Instant instant) {
        return cadence.clock().isSteadyAround(instant);
    }

    private LocalDate wallBefore(LocalDate date) {
        return nearest(date, -1, this::isWorking).orElse(date.minusDays(FARTHEST_MOVE_DAYS));
    }

    private Optional<LocalDate> working(LocalDate date) {
        if (!cadence.daysOff().contains(date)) {
            return Optional.of(date);
        }
        return switch (cadence.daysOff().policy()) {
            case SKIP -> Optional.empty();
            case BEFORE -> nearest(date, -1, this::isWorking);
            case AFTER -> nearest(date, 1, this::isWorking);
        };
    }

    private static Optional<LocalDate> nearest(LocalDate date, int step, Predicate<LocalDate> good) {
        for (int days = 1; days <= FARTHEST_MOVE_DAYS; days++) {
            LocalDate day = date.plusDays((long) step * days);
            if (good.test(day)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private boolean isWorking(LocalDate date) {
        return cadence.hours().isWorkingDay(date.getDayOfWeek())
                && !cadence.daysOff().contains(date);
    }

    /** Those that can be due after {@code after}; of many times of a day most are over. */
    private NavigableSet<LocalTime> timesOn(LocalDate day, Instant after) {
        NavigableSet<LocalTime> all = cadence.times();
        LocalDateTime planned = cadence.clock().shows(instantBefore(after));
        boolean mayBeOver = all.size() > FEW_TIMES && !isHolding() && day.equals(planned.toLocalDate());
        return mayBeOver && isSteady(after) ? all.tailSet(planned.toLocalTime(), false) : all;
    }

    private boolean isHolding() {
        return !cadence.hours().areAlways() && cadence.hours().outside() == Hours.Outside.HOLD;
    }

    private Optional<Instant> firstOn(LocalDate day, Instant after) {
        Optional<Instant> first = Optional.empty();
        for (LocalTime time : timesOn(day, after)) {
            LocalDateTime wall = day.atTime(time);
            Optional<Instant> due = due(wall);
            if (due.isEmpty() || !due.get().isAfter(after)) {
                continue;
            }
            if (first.isEmpty() || due.get().isBefore(first.get())) {
                first = due;
            }
            if (!cadence.clock().jumpsOver(wall)) {
                break;
            }
        }
        return first;
    }

    private Optional<Instant> due(LocalDateTime wall) {
        Optional<Instant> instant = cadence.clock().at(wall);
        return cadence.hours().areAlways()
                ? instant.map(due -> due.plus(cadence.offset()))
                : instant.flatMap(this::admitted);
    }

    private Optional<Instant> admitted(Instant instant) {
        LocalDateTime wall = cadence.clock().shows(instant);
        Optional<Range> open = openAt(wall);
        if (open.isPresent()) {
            return Optional.of(spread(instant, wall.toLocalDate(), open.get()));
        }
        return cadence.hours().outside() == Hours.Outside.SKIP ? Optional.empty() : nextOpening(instant);
    }

    private Optional<Instant> nextOpening(Instant instant) {
        LocalDate today = cadence.clock().dateOf(instant);
        for (int days = 0; days <= FARTHEST_MOVE_DAYS; days++) {
            LocalDate date = today.plusDays(days);
            Optional<Instant> opening = isWorking(date) ? openingOn(date, instant) : Optional.empty();
            if (opening.isPresent()) {
                return opening;
            }
        }
        return Optional.empty();
    }

    private Optional<Instant> openingOn(LocalDate date, Instant earliest) {
        Optional<Instant> first = Optional.empty();
        for (Range range : cadence.hours().on(date.getDayOfWeek())) {
            Instant opens = cadence.clock().reaches(date.atStartOfDay().plusMinutes(range.from()), earliest);
            // A clock may jump over all of it.
            boolean exists =
                    openAt(cadence.clock().shows(opens)).filter(range::equals).isPresent();
            if (exists && !opens.isBefore(earliest)) {
                Instant due = spread(opens, date, range);
                if (first.isEmpty() || due.isBefore(first.get())) {
                    first = Optional.of(due);
                }
            }
        }
        return first;
    }

    private Optional<Range> openAt(LocalDateTime wall) {
        if (cadence.daysOff().contains(wall.toLocalDate())) {
            return Optional.empty();
        }
        return cadence.hours().on(wall.getDayOfWeek()).stream()
                .filter(range -> range.contains(wall.toLocalTime()))
                .findFirst();
    }

    /** Later by the offset, but still in the last second before the doors close. */
    private Instant spread(Instant instant, LocalDate date, Range open) {
        if (cadence.offset().isZero()) {
            return instant;
        }
        Instant closes = cadence.clock().reaches(date.atStartOfDay().plusMinutes(open.until()), instant);
        Instant last = closes.minus(Duration.ofSeconds(1));
        Instant spread = instant.plus(cadence.offset());
        return spread.isAfter(last) ? last : spread;
    }
}
