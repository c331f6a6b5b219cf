package io.limber.reminder.firing;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.contracts.Contracts;
import io.limber.contracts.EventTypes;
import io.limber.contracts.ReminderDue;
import io.limber.contracts.ShownRoutine;
import io.limber.kit.events.EventJson;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReminderJsonTest {
    @ParameterizedTest
    @ValueSource(strings = {Contracts.MINIMAL, Contracts.FULL})
    void writesTheGoldenSamplesByteForByte(String sample) throws Exception {
        ReminderDue due = sample(sample);
        assertThat(written(due)).asString().isEqualTo(new String(EventJson.write(due), "UTF-8"));
    }

    @Test
    void namesTheGoldenSamplesAsReminderIdsDoes() throws Exception {
        ReminderDue planned = sample(Contracts.MINIMAL);
        assertThat(planned.reminderId())
                .isEqualTo(ReminderIds.of(planned.planId(), planned.dueAt()).toString());
        ReminderDue snoozed = sample(Contracts.FULL);
        UUID from = UUID.fromString(String.valueOf(snoozed.snoozedFrom()));
        assertThat(snoozed.reminderId())
                .isEqualTo(ReminderIds.ofSnooze(from, snoozed.dueAt()).toString());
    }

    @Test
    void escapesWhatJsonNeedsEscaped() throws Exception {
        ReminderDue due = new ReminderDue(
                UUID.randomUUID().toString(),
                "plan-1",
                "a\"b\\c\nd\u0001é😀",
                ReminderDue.Kind.PLANNED,
                Instant.parse("2026-11-23T10:00:00Z"),
                "Europe/Berlin",
                null,
                new ShownRoutine("r", "Sch\"ön", "de", 1, List.of()));
        assertThat(EventJson.read(written(due), ReminderDue.class)).isEqualTo(due);
    }

    private static ReminderDue sample(String name) throws Exception {
        try (InputStream json =
                ReminderJsonTest.class.getResourceAsStream(Contracts.sample(EventTypes.REMINDER_DUE, name))) {
            return EventJson.read(json.readAllBytes(), ReminderDue.class);
        }
    }

    @Test
    void keepsNothingOfTheReminderBefore() throws Exception {
        ReminderJson json = new ReminderJson();
        for (String sample : List.of(Contracts.MINIMAL, Contracts.FULL, Contracts.MINIMAL)) {
            ReminderDue due = sample(sample);
            assertThat(json.write(stored(due), due.reminderId().getBytes("UTF-8")))
                    .asString()
                    .isEqualTo(new String(EventJson.write(due), "UTF-8"));
        }
    }

    private static byte[] written(ReminderDue due) {
        return new ReminderJson().write(stored(due), due.reminderId().getBytes(StandardCharsets.UTF_8));
    }

    private static DueReminder stored(ReminderDue due) {
        return new DueReminder(
                UUID.fromString(due.reminderId()),
                due.planId().getBytes(StandardCharsets.UTF_8),
                "acme",
                due.personId().getBytes(StandardCharsets.UTF_8),
                due.kind(),
                due.dueAt(),
                due.zone(),
                due.snoozedFrom() == null ? null : UUID.fromString(due.snoozedFrom()),
                EventJson.write(due.routine()));
    }
}
