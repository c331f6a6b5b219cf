package io.limber.cadence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule of RFC 5545 on dates, in normal form; made by {@link RecurringDates}.
 *
 * @param until last date of the pattern, only when an extra date lies beyond it; null without end
 * @param except dates of the pattern that are left out
 * @param extra dates beside those of the pattern
 */
record Rule(Pattern pattern, @Nullable LocalDate until, NavigableSet<LocalDate> except, NavigableSet<LocalDate> extra)
        implements Recurrence {
    static final String PREFIX = "RULE:";

    Rule {
        Collection<LocalDate> left = except;
        Collection<LocalDate> added = extra;
        except = Collections.unmodifiableNavigableSet(new TreeSet<>(left));
        extra = Collections.unmodifiableNavigableSet(new TreeSet<>(added));
    }

    /** Days of the week when that is all it comes to. */
    Recurrence simplest() {
        Rhythm rhythm = pattern.rhythm();
        boolean everyWeek = rhythm.frequency() == Frequency.WEEKLY
                && rhythm.interval() == 1
                && pattern.months().isEmpty()
                && pattern.positions().isEmpty();
        return everyWeek && except.isEmpty() && extra.isEmpty()
                ? Weekly.on(pattern.days().stream().map(NthDay::day).toList())
                : this;
    }

    @Override
    public Optional<LocalDate> next(LocalDate from) {
        Optional<LocalDate> ofPattern = nextOfPattern(from);
        LocalDate added = extra.ceiling(from);
        return added == null || ofPattern.filter(date -> date.isBefore(added)).isPresent()
                ? ofPattern
                : Optional.of(added);
    }

    private Optional<LocalDate> nextOfPattern(LocalDate from) {
        Optional<LocalDate> next = isOver(from) ? Optional.empty() : pattern.next(from);
        while (next.isPresent() && except.contains(next.get())) {
            next = pattern.next(next.get().plusDays(1));
        }
        return next.filter(date -> !isOver(date));
    }

    private boolean isOver(LocalDate date) {
        return until != null && date.isAfter(until);
    }

    /** Parts as in RFC 5545, but with spaces between them, and with the phase of the interval. */
    @Override
    public String canonical() {
        Rhythm rhythm = pattern.rhythm();
        StringBuilder text = new StringBuilder(PREFIX).append("FREQ=").append(rhythm.frequency());
        if (rhythm.interval() > 1) {
            text.append(" INTERVAL=").append(rhythm.interval());
            text.append(" PHASE=").append(rhythm.phase());
        }
        if (rhythm.weekStart() != DayOfWeek.MONDAY) {
            text.append(" WKST=").append(NthDay.code(rhythm.weekStart()));
        }
        Pattern.append(text, " BYMONTH=", pattern.months());
        Pattern.append(text, " BYMONTHDAY=", pattern.monthDays());
        Pattern.append(text, " BYDAY=", pattern.days());
        Pattern.append(text, " BYSETPOS=", pattern.positions());
        if (until != null) {
            text.append(" UNTIL=").append(BasicDate.write(until));
        }
        Pattern.append(text, " EXDATE=", except.stream().map(BasicDate::write).toList());
        Pattern.append(text, " RDATE=", extra.stream().map(BasicDate::write).toList());
        return text.toString();
    }

    /** Lenient: the cadence that holds it is written again and compared. */
    static Recurrence parse(String canonical) {
        Map<String, String> parts = new HashMap<>();
        for (String part : canonical.substring(PREFIX.length()).split(" ", -1)) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("not a part of a rule: " + part);
            }
            parts.put(part.substring(0, equals), part.substring(equals + 1));
        }
        Rhythm rhythm = new Rhythm(
                Frequency.valueOf(Objects.requireNonNullElse(parts.get("FREQ"), "")),
                Integer.parseInt(parts.getOrDefault("INTERVAL", "1")),
                Integer.parseInt(parts.getOrDefault("PHASE", "0")),
                NthDay.weekday(parts.getOrDefault("WKST", "MO")));
        Pattern pattern = new Pattern(
                rhythm,
                set(parts.get("BYMONTH"), Integer::valueOf),
                set(parts.get("BYMONTHDAY"), Integer::valueOf),
                set(parts.get("BYDAY"), NthDay::parse),
                set(parts.get("BYSETPOS"), Integer::valueOf));
        String until = parts.get("UNTIL");
        try {
            return new Rule(
                            NormalForm.of(pattern),
                            until == null ? null : BasicDate.read(until),
                            set(parts.get("EXDATE"), BasicDate::read),
                            set(parts.get("RDATE"), BasicDate::read))
                    .simplest();
        } catch (NeverOccurs e) {
            throw new IllegalArgumentException("a rule without dates: " + canonical, e);
        }
    }

    private static <T> NavigableSet<T> set(@Nullable String list, Function<String, T> value) {
        return list == null
                ? Collections.emptyNavigableSet()
                : Arrays.stream(list.split(",", -1)).map(value).collect(Collectors.toCollection(TreeSet::new));
    }
}
