package io.limber.routine;

import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.FieldError;
import io.limber.kit.problem.ProblemException;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Time zones of people and schedules: regions of the IANA database, because only those know about daylight saving. */
public final class Zones {
    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds();
    private static final Pattern OFFSET = Pattern.compile("(UTC|GMT|UT)?[+-].*|Z");
    private static final int SHOWN = 60;

    private Zones() {}

    /**
     * @throws ProblemException 400 when it is not the id of a region
     */
    public static ZoneId parse(String pointer, String zone) {
        if (KNOWN.contains(zone)) {
            return ZoneId.of(zone);
        }
        String message = mistake(zone);
        throw new ProblemException(CommonProblem.INVALID_VALUE, message, List.of(new FieldError(pointer, message)));
    }

    private static String mistake(String zone) {
        if (OFFSET.matcher(zone).matches()) {
            return "An offset from UTC knows no daylight saving. Send an IANA region, for example 'Europe/Berlin'.";
        }
        String shown = zone.length() <= SHOWN ? zone : zone.substring(0, SHOWN) + "…";
        return "'" + shown + "' is not a known IANA time zone"
                + KNOWN.stream()
                        .filter(zone::equalsIgnoreCase)
                        .findFirst()
                        .map(known -> "; did you mean '" + known + "'?")
                        .orElse(", for example 'Europe/Berlin'.");
    }
}
