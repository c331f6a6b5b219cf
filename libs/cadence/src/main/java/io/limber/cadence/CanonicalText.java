package io.limber.cadence;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The canonical text of a cadence: {@code v1;recurrence;seconds of the day;zone;gap;fold;greatest lateness}, and then
 * only what differs from its default, as {@code name=value}. So a text once written stays the text of what it means.
 */
final class CanonicalText {
    private static final String VERSION = "v1";
    private static final int PARTS = 7;
    private static final String HOURS = "hours";
    private static final String DAYS_OFF = "off";
    private static final String OFFSET = "offset";
    private static final String LATE = "late";

    private CanonicalText() {}

    static String write(Cadence cadence) {
        List<String> parts = new ArrayList<>(List.of(
                VERSION,
                cadence.recurrence().canonical(),
                cadence.times().stream()
                        .map(time -> Integer.toString(time.toSecondOfDay()))
                        .collect(Collectors.joining(",")),
                cadence.clock().zone().getId(),
                cadence.clock().gap().name(),
                cadence.clock().fold().name(),
                Long.toString(cadence.lateness().max().toSeconds())));
        if (!cadence.hours().areAlways()) {
            parts.add(HOURS + "=" + cadence.hours().canonical());
        }
        if (!cadence.daysOff().areNone()) {
            parts.add(DAYS_OFF + "=" + cadence.daysOff().canonical());
        }
        if (!cadence.offset().isZero()) {
            parts.add(OFFSET + "=" + cadence.offset().toSeconds());
        }
        if (cadence.lateness().then() != Lateness.Then.DROP) {
            parts.add(LATE + "=" + cadence.lateness().then());
        }
        return String.join(";", parts);
    }

    static Cadence read(String text) {
        List<String> parts = Arrays.asList(text.split(";", -1));
        if (parts.size() < PARTS || !parts.get(0).equals(VERSION)) {
            throw new IllegalArgumentException("not a cadence: " + text);
        }
        Map<String, String> more = more(parts.subList(PARTS, parts.size()));
        Cadence cadence = new Cadence(
                Recurrence.parse(parts.get(1)),
                Arrays.stream(parts.get(2).split(","))
                        .map(CanonicalText::time)
                        .collect(Collectors.toCollection(TreeSet::new)),
                new WallClock(
                        ZoneId.of(parts.get(3)), GapPolicy.valueOf(parts.get(4)), FoldPolicy.valueOf(parts.get(5))),
                more.containsKey(HOURS) ? Hours.parse(more.get(HOURS)) : Hours.ALWAYS,
                more.containsKey(DAYS_OFF) ? DaysOff.parse(more.get(DAYS_OFF)) : DaysOff.NONE,
                Duration.ofSeconds(Long.parseLong(more.getOrDefault(OFFSET, "0"))),
                new Lateness(
                        Duration.ofSeconds(Long.parseLong(parts.get(6))),
                        Lateness.Then.valueOf(more.getOrDefault(LATE, "DROP"))));
        // Whatever is unknown, repeated, out of order or written otherwise shows here.
        if (!write(cadence).equals(text)) {
            throw new IllegalArgumentException("not the canonical form of a cadence: " + text);
        }
        return cadence;
    }

    /**
     * @throws IllegalArgumentException when there are not as many parts
     */
    static String[] parts(String text, String separator, int count) {
        String[] parts = text.split(separator, -1);
        if (parts.length != count) {
            throw new IllegalArgumentException("not " + count + " parts: " + text);
        }
        return parts;
    }

    private static Map<String, String> more(List<String> parts) {
        Map<String, String> more = new HashMap<>();
        for (String part : parts) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("not a part of a cadence: " + part);
            }
            more.put(part.substring(0, equals), part.substring(equals + 1));
        }
        return more;
    }

    private static LocalTime time(String secondOfDay) {
        int second = Integer.parseInt(secondOfDay);
        if (second < 0 || second >= Duration.ofDays(1).toSeconds()) {
            throw new IllegalArgumentException("not a second of a day: " + secondOfDay);
        }
        return LocalTime.ofSecondOfDay(second);
    }
}
