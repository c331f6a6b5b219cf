package io.limber.cadence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.jspecify.annotations.Nullable;

/**
 * The text of an RRULE, read. What the RFC derives from DTSTART stands in the pattern.
 *
 * @param count 0 when the rule has none
 */
record RuleText(Pattern pattern, int count, @Nullable LocalDate until) {
    private static final int LONGEST = 2_000;
    private static final int MOST_INTERVAL = 1_000;
    private static final Set<String> KNOWN =
            Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS");
    private static final String NO_TIMES = "a rule decides on dates only: name the times of day in startTimes or every";
    private static final Map<String, String> INSTEAD = Map.of(
            "BYHOUR", NO_TIMES,
            "BYMINUTE", NO_TIMES,
            "BYSECOND", NO_TIMES,
            "BYWEEKNO", "use BYMONTH, BYMONTHDAY or an INTERVAL of weeks",
            "BYYEARDAY", "use BYMONTH and BYMONTHDAY",
            "RSCALE", "only the Gregorian calendar is known",
            "SKIP", "a date that does not exist is left out; BYMONTHDAY=-1 is the last day of any month");

    static RuleText read(String rule, LocalDate start) throws UnusableRule {
        Map<String, String> parts = knownParts(rule);
        RecurrenceRule parsed;
        try {
            parsed = new RecurrenceRule(rule, RecurrenceRule.RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException | IllegalArgumentException e) {
            throw refused("not a rule of RFC 5545: " + e.getMessage());
        }
        if (parsed.getInterval() > MOST_INTERVAL) {
            throw refused("INTERVAL is at most " + MOST_INTERVAL);
        }
        Pattern said = new Pattern(
                Rhythm.at(
                        Frequency.valueOf(parsed.getFreq().name()),
                        parsed.getInterval(),
                        start,
                        DayOfWeek.of(parsed.getWeekStart() == null ? 1 : weekday(parsed.getWeekStart()))),
                numbers(parsed, Part.BYMONTH).stream()
                        .map(month -> month + 1)
                        .collect(Collectors.toCollection(TreeSet::new)),
                numbers(parsed, Part.BYMONTHDAY),
                days(parsed),
                numbers(parsed, Part.BYSETPOS));
        Integer count = parsed.getCount();
        return new RuleText(withDefaults(said, start), count == null ? 0 : count, until(parts.get("UNTIL")));
    }

    private static Map<String, String> knownParts(String rule) throws UnusableRule {
        if (rule.length() > LONGEST) {
            throw refused("longer than " + LONGEST + " characters");
        }
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : rule.toUpperCase(Locale.ROOT).split(";", -1)) {
            int equals = part.indexOf('=');
            parts.put(equals < 0 ? part : part.substring(0, equals), equals < 0 ? "" : part.substring(equals + 1));
        }
        for (String name : parts.keySet()) {
            if (!KNOWN.contains(name)) {
                throw refused("'" + name + "' cannot be used here: "
                        + INSTEAD.getOrDefault(name, "known are " + String.join(", ", new TreeSet<>(KNOWN))));
            }
        }
        String frequency = Objects.requireNonNullElse(parts.get("FREQ"), "");
        if (Stream.of(Freq.HOURLY, Freq.MINUTELY, Freq.SECONDLY)
                .anyMatch(freq -> freq.name().equals(frequency))) {
            throw refused("FREQ=" + frequency + " is shorter than a day: use startTimes or every for times of day");
        }
        if ("0".equals(parts.get("COUNT"))) {
            throw new UnusableRule("COUNT=0 means never: leave COUNT out, or say how many days", true);
        }
        return parts;
    }

    private static Pattern withDefaults(Pattern said, LocalDate start) throws UnusableRule {
        boolean anyDay = said.days().isEmpty() && said.monthDays().isEmpty();
        List<Integer> dayOfStart = List.of(start.getDayOfMonth());
        return switch (said.rhythm().frequency()) {
            case DAILY -> said;
            case WEEKLY -> anyDay ? said.withDays(List.of(NthDay.each(start.getDayOfWeek()))) : said;
            case MONTHLY -> anyDay ? said.withMonthDays(dayOfStart) : said;
            case YEARLY -> {
                if (anyDay) {
                    Collection<Integer> months =
                            said.months().isEmpty() ? List.of(start.getMonthValue()) : said.months();
                    yield said.withMonths(months).withMonthDays(dayOfStart);
                }
                if (said.monthDays().isEmpty() || !said.months().isEmpty()) {
                    yield said;
                }
                if (said.hasNumberedDays()) {
                    throw refused("a numbered weekday together with BYMONTHDAY may be one of the month or of the year:"
                            + " add BYMONTH");
                }
                yield said.withMonths(IntStream.rangeClosed(1, 12).boxed().toList());
            }
        };
    }

    private static NavigableSet<Integer> numbers(RecurrenceRule rule, Part part) {
        List<Integer> numbers = rule.getByPart(part);
        return numbers == null ? Collections.emptyNavigableSet() : new TreeSet<>(numbers);
    }

    private static NavigableSet<NthDay> days(RecurrenceRule rule) {
        List<RecurrenceRule.WeekdayNum> days = rule.getByDayPart();
        return days == null
                ? Collections.emptyNavigableSet()
                : days.stream()
                        .map(day -> NthDay.parse(day.toString().replace("+", "")))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int weekday(org.dmfs.rfc5545.Weekday day) {
        return NthDay.weekday(day.name()).getValue();
    }

    private static @Nullable LocalDate until(@Nullable String text) throws UnusableRule {
        if (text == null) {
            return null;
        }
        try {
            return BasicDate.read(text);
        } catch (IllegalArgumentException e) {
            throw refused("UNTIL is a local date without a time, for example 20261231");
        }
    }

    private static UnusableRule refused(String message) {
        return new UnusableRule(message, false);
    }
}
