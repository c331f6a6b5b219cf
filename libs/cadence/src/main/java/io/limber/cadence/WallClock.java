package io.limber.cadence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;

/** Wall times to instants: the zone, and what becomes of times that do not exist or exist twice. */
public record WallClock(ZoneId zone, GapPolicy gap, FoldPolicy fold) {
    private static final Duration STEADY = Duration.ofDays(3);

    /** The instant of a wall time; empty when the clock jumps over it and such times are skipped. */
    Optional<Instant> at(LocalDateTime wall) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(wall);
        return switch (offsets.size()) {
            case 1 -> Optional.of(wall.toInstant(offsets.get(0)));
            case 0 -> gap == GapPolicy.SKIP ? Optional.empty() : Optional.of(shifted(wall, rules.getTransition(wall)));
            default -> Optional.of(wall.toInstant(offsets.get(fold == FoldPolicy.FIRST ? 0 : 1)));
        };
    }

    /**
     * The first instant, not before {@code earliest}, at which a clock that shows less than {@code wall} shows
     * {@code wall} or more. Not a matter of policy: doors open and close when the clock on the wall says so.
     */
    Instant reaches(LocalDateTime wall, Instant earliest) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffset> offsets = rules.getValidOffsets(wall);
        if (offsets.isEmpty()) {
            return rules.getTransition(wall).getInstant();
        }
        Instant first = wall.toInstant(offsets.get(0));
        return first.isBefore(earliest) ? wall.toInstant(offsets.get(offsets.size() - 1)) : first;
    }

    /** Whether nobody changes this clock in the three days before and after. */
    boolean isSteadyAround(Instant instant) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(instant.minus(STEADY));
        return next == null || next.getInstant().isAfter(instant.plus(STEADY));
    }

    boolean jumpsOver(LocalDateTime wall) {
        return zone.getRules().getValidOffsets(wall).isEmpty();
    }

    LocalDateTime shows(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private static Instant shifted(LocalDateTime wall, ZoneOffsetTransition jump) {
        return wall.toInstant(jump.getOffsetBefore());
    }
}
