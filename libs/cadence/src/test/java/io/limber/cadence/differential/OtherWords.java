package io.limber.cadence.differential;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A case as it is put to ical4j: some parts written out as the RFC means them, some left to be applied here, one after
 * the other in the RFC's order: limits, BYSETPOS, COUNT.
 *
 * @param limits parts that are taken out of the rule and applied to its dates
 */
record OtherWords(Case question, Set<KnownDifference> differences, List<String> limits) {
    static OtherWords of(Case question, Set<KnownDifference> differences) {
        List<String> limits = new ArrayList<>();
        if (differences.contains(KnownDifference.WEEKS_OF_TWO_MONTHS)) {
            limits.add("BYMONTH");
        }
        if (differences.contains(KnownDifference.NUMBERED_AND_MONTH_DAYS)) {
            limits.add("BYMONTHDAY");
        }
        return new OtherWords(question, differences, limits);
    }

    boolean areAppliedHere() {
        return !limits.isEmpty();
    }

    String rule() {
        String rule = question.rule();
        if (differences.contains(KnownDifference.YEARLY_MONTH_DAYS)) {
            rule += ";BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12";
        }
        if (differences.contains(KnownDifference.WEEK_START)) {
            rule += ";WKST=MO";
        }
        for (String limit : limits) {
            rule = without(limit, rule);
        }
        return areAppliedHere() ? without("COUNT", without("BYSETPOS", rule)) : rule;
    }

    /** Positions are those of a whole period, also of the one in which the rule begins. */
    LocalDate seed() {
        return areAppliedHere() ? startOfPeriod(question.start()) : question.start();
    }

    List<LocalDate> apply(List<LocalDate> dates) {
        if (!areAppliedHere()) {
            return dates;
        }
        Map<LocalDate, List<LocalDate>> periods = dates.stream()
                .filter(this::isInLimits)
                .collect(Collectors.groupingBy(this::startOfPeriod, TreeMap::new, Collectors.toList()));
        List<LocalDate> chosen = periods.values().stream()
                .flatMap(period -> positions(period).stream())
                .filter(date -> !date.isBefore(question.start()))
                .toList();
        return question.has("COUNT=")
                ? chosen.stream()
                        .limit(Integer.parseInt(question.part("COUNT")))
                        .toList()
                : chosen;
    }

    private boolean isInLimits(LocalDate date) {
        return limits.stream()
                .allMatch(limit -> Arrays.stream(question.part(limit).split(","))
                        .map(Integer::parseInt)
                        .anyMatch(number -> limit.equals("BYMONTH")
                                ? number == date.getMonthValue()
                                : number == date.getDayOfMonth()
                                        || number == date.getDayOfMonth() - date.lengthOfMonth() - 1));
    }

    private List<LocalDate> positions(List<LocalDate> period) {
        if (!question.has("BYSETPOS=")) {
            return period;
        }
        return Arrays.stream(question.part("BYSETPOS").split(","))
                .map(Integer::parseInt)
                .map(position -> position > 0 ? position - 1 : period.size() + position)
                .filter(index -> index >= 0 && index < period.size())
                .distinct()
                .sorted()
                .map(period::get)
                .toList();
    }

    private LocalDate startOfPeriod(LocalDate date) {
        return switch (question.part("FREQ")) {
            case "WEEKLY" -> date.with(TemporalAdjusters.previousOrSame(weekStart()));
            case "MONTHLY" -> date.withDayOfMonth(1);
            case "YEARLY" -> date.withDayOfYear(1);
            default -> date;
        };
    }

    private DayOfWeek weekStart() {
        String code = question.has("WKST=") ? question.part("WKST") : "MO";
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().startsWith(code))
                .findFirst()
                .orElseThrow();
    }

    private static String without(String part, String rule) {
        return rule.replaceFirst(";" + part + "=[^;]+", "");
    }
}
