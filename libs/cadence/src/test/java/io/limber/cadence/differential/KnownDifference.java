package io.limber.cadence.differential;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where ical4j 4.4.0 answers differently, and why Limber's answer is the one of RFC 5545. Each is a question put in other
 * words, to which ical4j then gives Limber's answer: a disagreement that no such words resolve is a fault. The table in
 * {@code docs/recurrence.md} lists them by these names.
 */
enum KnownDifference {
    /** §3.3.10, table: BYMONTHDAY expands a year, so without BYMONTH it means each month. ical4j takes the start's. */
    YEARLY_MONTH_DAYS {
        @Override
        boolean concerns(Case question) {
            return question.has("FREQ=YEARLY") && question.has("BYMONTHDAY=") && !question.has("BYMONTH=");
        }
    },
    /** §3.3.10: "The default value is MO." ical4j begins weeks on Sunday when WKST is not there. */
    WEEK_START {
        @Override
        boolean concerns(Case question) {
            return question.has("FREQ=WEEKLY") && !question.has("WKST=") && question.has("BYDAY=");
        }
    },
    /**
     * §3.3.10, table: BYMONTH limits a week's dates. ical4j limits by one date of the week, before BYDAY makes the
     * others, and so loses or adds days where a week lies in two months.
     */
    WEEKS_OF_TWO_MONTHS {
        @Override
        boolean concerns(Case question) {
            return question.has("FREQ=WEEKLY") && question.has("BYMONTH=");
        }
    },
    /**
     * §3.3.10, notes 1 and 2 of the table: beside BYMONTHDAY a BYDAY limits, so {@code 2FR} and the 13th is a second
     * Friday that is a 13th. ical4j finds none.
     */
    NUMBERED_AND_MONTH_DAYS {
        @Override
        boolean concerns(Case question) {
            return question.has("BYMONTHDAY=")
                    && question.has("BYDAY=")
                    && question.part("BYDAY").matches(".*[0-9].*");
        }
    },
    /**
     * §3.3.5: each occurrence whose time does not exist is shifted, and no other. ical4j walks over its dates with the
     * zone at hand; where it meets the gap, its shift stays with the dates it makes from there: of the month or year it
     * is in, and where the walk is by days or weeks, of all that come. A date shifted over midnight changes the numbers
     * of the weekdays of its year.
     */
    SHIFT_THAT_STAYS {
        @Override
        boolean concerns(Case question) {
            return firstGap(question).isPresent();
        }

        @Override
        boolean touches(Case question, Set<Instant> differing) {
            Instant walk = startOfYear(question, firstGap(question).orElseThrow());
            return differing.stream().noneMatch(instant -> instant.isBefore(walk));
        }
    };

    /** Whether it is of a kind in which the difference can show. */
    abstract boolean concerns(Case question);

    /** Whether the instants that one answer has and the other has not can come from it. */
    boolean touches(Case question, Set<Instant> differing) {
        return true;
    }

    /** The fewest differences that explain why ical4j's answer is not Limber's; empty when none do. */
    static Optional<Set<KnownDifference>> explain(Case question, List<Instant> ours, List<Instant> theirs) {
        return IntStream.range(1, 1 << values().length)
                .boxed()
                .sorted((one, other) -> Integer.compare(Integer.bitCount(one), Integer.bitCount(other)))
                .map(KnownDifference::subset)
                .filter(some -> some.stream().allMatch(each -> each.concerns(question)))
                .filter(some -> Ical4j.due(question, some).equals(ours))
                .filter(some -> some.stream()
                        .allMatch(each -> each.touches(question, differing(ours, without(each, some, question)))))
                .findFirst();
    }

    /** What ical4j says where this one is left in its own words. */
    private static List<Instant> without(KnownDifference one, Set<KnownDifference> some, Case question) {
        Set<KnownDifference> others = EnumSet.copyOf(some);
        others.remove(one);
        return Ical4j.due(question, others);
    }

    private static Set<Instant> differing(List<Instant> ours, List<Instant> theirs) {
        // Both are cut off: what only one has beyond the other's end is not a difference.
        Instant end = Stream.of(ours, theirs)
                .filter(answer -> answer.size() == Case.MOST)
                .map(answer -> answer.get(Case.MOST - 1))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        Set<Instant> differing = new HashSet<>(ours);
        differing.addAll(theirs);
        differing.removeIf(instant -> instant.isAfter(end) || (ours.contains(instant) && theirs.contains(instant)));
        return differing;
    }

    private static Set<KnownDifference> subset(int bits) {
        Set<KnownDifference> some = EnumSet.noneOf(KnownDifference.class);
        for (KnownDifference each : values()) {
            if ((bits & 1 << each.ordinal()) != 0) {
                some.add(each);
            }
        }
        return some;
    }

    /** The first, from the year of the start on, in which one of the times does not exist. */
    private static Optional<Instant> firstGap(Case question) {
        ZoneId zone = question.zone();
        Instant end = question.end().plusDays(1).atStartOfDay(zone).toInstant();
        return Stream.iterate(
                        zone.getRules()
                                .nextTransition(question.start()
                                        .withDayOfYear(1)
                                        .minusDays(1)
                                        .atStartOfDay(zone)
                                        .toInstant()),
                        next -> next != null && next.getInstant().isBefore(end),
                        next -> zone.getRules().nextTransition(next.getInstant()))
                .filter(next -> next.isGap() && question.times().stream().anyMatch(time -> jumpsOver(next, time)))
                .map(ZoneOffsetTransition::getInstant)
                .findFirst();
    }

    private static Instant startOfYear(Case question, Instant instant) {
        return instant.atZone(question.zone())
                .withDayOfYear(1)
                .toLocalDate()
                .atStartOfDay(question.zone())
                .toInstant();
    }

    /** A gap can end at midnight, or behind it. */
    private static boolean jumpsOver(ZoneOffsetTransition gap, LocalTime time) {
        return Stream.of(gap.getDateTimeBefore(), gap.getDateTimeAfter())
                .map(end -> end.toLocalDate().atTime(time))
                .anyMatch(at -> !at.isBefore(gap.getDateTimeBefore()) && at.isBefore(gap.getDateTimeAfter()));
    }
}
