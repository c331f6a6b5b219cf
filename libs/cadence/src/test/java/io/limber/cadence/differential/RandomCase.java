package io.limber.cadence.differential;

import io.limber.cadence.FoldPolicy;
import io.limber.cadence.GapPolicy;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules that RFC 5545 allows and Limber takes, with a start, a zone and the policies for its changes. */
final class RandomCase {
    private static final LocalDate EARLIEST = LocalDate.of(1995, 1, 1);
    private static final int DAYS = 45 * 365;
    private static final List<ZoneId> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> !id.startsWith("SystemV"))
            .sorted()
            .map(ZoneId::of)
            .toList();

    private final Random random;

    private RandomCase(Random random) {
        this.random = random;
    }

    static Case from(Random random) {
        return new RandomCase(random).make();
    }

    private Case make() {
        LocalDate start = EARLIEST.plusDays(random.nextInt(DAYS));
        String frequency = List.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY").get(random.nextInt(4));
        List<String> parts = new ArrayList<>(List.of("FREQ=" + frequency));
        if (random.nextInt(2) == 0) {
            parts.add("INTERVAL=" + (1 + random.nextInt(random.nextInt(5) == 0 ? 40 : 6)));
        }
        boolean months = random.nextInt(4) == 0;
        if (months) {
            parts.add("BYMONTH=" + numbers(1, 12, 4));
        }
        boolean monthDays = !frequency.equals("WEEKLY") && random.nextInt(3) == 0;
        if (monthDays) {
            parts.add("BYMONTHDAY=" + monthDays());
        }
        boolean days = random.nextInt(2) == 0;
        if (days) {
            // Limber refuses a numbered weekday with BYMONTHDAY in a year: of which of the two it is one is not said.
            boolean numbers = frequency.equals("MONTHLY") || (frequency.equals("YEARLY") && (months || !monthDays));
            parts.add("BYDAY=" + days(numbers && random.nextBoolean(), frequency.equals("YEARLY") && !months));
        }
        if ((months || monthDays || days) && random.nextInt(5) == 0) {
            parts.add("BYSETPOS="
                    + Stream.of(1, 2, 3, -1, -2)
                            .filter(position -> random.nextInt(3) == 0 || position == 1)
                            .map(String::valueOf)
                            .collect(Collectors.joining(",")));
        }
        if (random.nextInt(4) == 0) {
            parts.add("WKST=" + code(DayOfWeek.of(1 + random.nextInt(7))));
        }
        if (random.nextInt(6) == 0) {
            parts.add("COUNT=" + (1 + random.nextInt(12)));
        }
        return new Case(
                String.join(";", parts),
                random.nextInt(6) == 0 && !parts.get(parts.size() - 1).startsWith("COUNT")
                        ? start.plusDays(random.nextInt(900))
                        : null,
                start,
                times(),
                ZONES.get(random.nextInt(ZONES.size())),
                GapPolicy.values()[random.nextInt(2)],
                FoldPolicy.values()[random.nextInt(2)]);
    }

    /** Half of them where clocks are changed. */
    private List<LocalTime> times() {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> random.nextBoolean()
                        ? LocalTime.of((23 + random.nextInt(5)) % 24, 15 * random.nextInt(4))
                        : LocalTime.of(random.nextInt(24), random.nextInt(60)))
                .distinct()
                .sorted()
                .toList();
    }

    private String numbers(int least, int most, int count) {
        Collection<Integer> numbers = new TreeSet<>();
        for (int i = random.nextInt(count); i >= 0; i--) {
            numbers.add(least + random.nextInt(most - least + 1));
        }
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private String monthDays() {
        if (random.nextInt(3) > 0) {
            return numbers(1, 31, 5);
        }
        return random.nextBoolean() ? "-" + (1 + random.nextInt(31)) : "1,15,-1";
    }

    private String days(boolean numbered, boolean ofYear) {
        Collection<String> days = new TreeSet<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String code = code(DayOfWeek.of(1 + random.nextInt(7)));
            int most = ofYear ? 52 : 5;
            int nth = 1 + random.nextInt(most);
            days.add(numbered ? (random.nextInt(3) == 0 ? -nth : nth) + code : code);
        }
        return String.join(",", days);
    }

    private static String code(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
