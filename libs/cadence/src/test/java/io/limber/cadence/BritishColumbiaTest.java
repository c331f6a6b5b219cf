package io.limber.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * British Columbia stays on UTC-7 for good from November 2026 on. Whether a due time of that winter is right depends on
 * the time-zone rules of the running JDK: those of 2026a do not know it yet and go back to UTC-8 on 1 November 2026.
 * Whichever they are, due times follow them, and nothing else.
 */
class BritishColumbiaTest {
    private static final ZoneId VANCOUVER = ZoneId.of("America/Vancouver");
    private static final Instant BEFORE = Instant.parse("2026-10-30T00:00:00Z");

    @Test
    void inSummerTimeAndRulesAgree() {
        assertThat(tenDaily().nextAfter(BEFORE)).contains(Instant.parse("2026-10-30T17:00:00Z"));
    }

    @Test
    void inWinterTenIsWhatTheRunningRulesSay() {
        ZoneOffset winter = VANCOUVER.getRules().getOffset(LocalDateTime.of(2026, 12, 1, 10, 0));

        List<Instant> due = tenDaily().preview(Instant.parse("2026-11-30T20:00:00Z"), 2);

        if (winter.equals(ZoneOffset.ofHours(-7))) {
            System.out.printf("British Columbia: rules %s know that UTC-7 stays%n", RulesVersion.timeZones());
            assertThat(due)
                    .containsExactly(Instant.parse("2026-12-01T17:00:00Z"), Instant.parse("2026-12-02T17:00:00Z"));
            assertThat(VANCOUVER.getRules().nextTransition(Instant.parse("2026-11-02T00:00:00Z")))
                    .as("no change of the clock any more")
                    .isNull();
        } else {
            System.out.printf(
                    "British Columbia: rules %s do NOT know that UTC-7 stays; due times from 1 November 2026 on are an"
                            + " hour late until the JDK has newer ones%n",
                    RulesVersion.timeZones());
            assertThat(winter).isEqualTo(ZoneOffset.ofHours(-8));
            assertThat(due)
                    .containsExactly(Instant.parse("2026-12-01T18:00:00Z"), Instant.parse("2026-12-02T18:00:00Z"));
        }
    }

    private static Cadence tenDaily() {
        return Cadence.of(
                Weekly.on(List.of(DayOfWeek.values())),
                List.of(LocalTime.of(10, 0)),
                VANCOUVER,
                GapPolicy.SHIFT,
                FoldPolicy.FIRST,
                Duration.ofMinutes(30));
    }
}
