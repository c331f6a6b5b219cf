package io.limber.reminder.firing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReminderIdsTest {
    private static final String PLAN = "01935a2e-7c40-7a11-9b1e-3f0c5d2a7e01";
    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");

    /** The expected values come from another implementation of RFC 9562 §5.5 (Python's uuid5). */
    @Test
    void namesAPlannedReminderByPlanAndDueInstant() {
        assertThat(ReminderIds.of(PLAN, TEN)).hasToString("be402e48-857c-5889-93ae-85da6f0ece9f");
    }

    @Test
    void namesASnoozedReminderByWhatItRepeats() {
        UUID from = UUID.fromString("7f0a52d8-6a3e-3d5a-9a2e-0d5f6c1b2a3c");
        assertThat(ReminderIds.ofSnooze(from, Instant.parse("2026-11-23T09:10:02.250Z")))
                .hasToString("cbb74117-48e3-56d0-9f19-758fafe63c82");
    }

    @Test
    void aSnoozedReminderIsNeverAPlannedOne() {
        UUID planned = ReminderIds.of(PLAN, TEN);
        assertThat(ReminderIds.ofSnooze(planned, TEN)).isNotEqualTo(planned);
        assertThat(ReminderIds.of(PLAN, TEN.plusSeconds(1))).isNotEqualTo(planned);
        assertThat(planned.version()).isEqualTo(5);
        assertThat(planned.variant()).isEqualTo(2);
    }
}
