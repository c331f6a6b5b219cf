package io.limber.cadence.differential;

import io.limber.cadence.FoldPolicy;
import io.limber.cadence.GapPolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.fortuna.ical4j.model.Recur;

/** ical4j's answer to a case: an implementation of RFC 5545 that shares no code with lib-recur or with Limber. */
final class Ical4j {
    private static final DateTimeFormatter BASIC_UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    static {
        // Otherwise a rule ends where nothing occurs for 1,000 periods.
        System.setProperty(Recur.KEY_MAX_INCREMENT_COUNT, "1000000");
    }

    private Ical4j() {}

    static List<Instant> due(Case question) {
        return due(question, Set.of());
    }

    /** Each time of day as an event of its own, asked for in the other words that these differences need. */
    static List<Instant> due(Case question, Set<KnownDifference> differences) {
        Collection<Instant> due = new TreeSet<>();
        for (LocalTime time : question.times()) {
            for (ZonedDateTime at : occurrences(question, time, differences)) {
                resolve(question, time, at, due);
            }
        }
        Instant end = question.end().plusDays(1).atStartOfDay(question.zone()).toInstant();
        return due.stream()
                .filter(instant -> instant.isBefore(end))
                .limit(Case.MOST)
                .toList();
    }

    /** The policies of Limber that the RFC does not have: leave out what was shifted, take the second of two. */
    private static void resolve(Case question, LocalTime time, ZonedDateTime at, Collection<Instant> due) {
        if (!at.toLocalTime().equals(time)) {
            if (question.gap() == GapPolicy.SHIFT) {
                due.add(at.toInstant());
            }
            return;
        }
        ZonedDateTime chosen =
                question.fold() == FoldPolicy.FIRST ? at.withEarlierOffsetAtOverlap() : at.withLaterOffsetAtOverlap();
        due.add(chosen.toInstant());
    }

    private static List<ZonedDateTime> occurrences(Case question, LocalTime time, Set<KnownDifference> differences) {
        ZoneId zone = question.zone();
        OtherWords words = OtherWords.of(question, differences);
        LocalDate until = question.until();
        if (words.areAppliedHere() || differences.contains(KnownDifference.SHIFT_THAT_STAYS)) {
            LocalDate end = until == null || until.isAfter(question.end()) ? question.end() : until;
            return words.apply(dates(words.rule(), words.seed(), end)).stream()
                    .map(date -> date.atTime(time).atZone(zone))
                    .toList();
        }
        ZonedDateTime seed = words.seed().atTime(time).atZone(zone);
        String bound = until == null
                ? ""
                : ";UNTIL=" + BASIC_UTC.format(endOf(until, zone).withZoneSameInstant(ZoneOffset.UTC));
        return dates(words.rule() + bound, seed, endOf(question.end(), zone));
    }

    private static <T extends Temporal> List<T> dates(String rule, T seed, T end) {
        return new Recur<T>(rule).getDates(seed, seed, end);
    }

    private static ZonedDateTime endOf(LocalDate date, ZoneId zone) {
        return date.plusDays(1).atStartOfDay(zone).minusSeconds(1);
    }
}
