package io.limber.reminder.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limber.contracts.Contracts;
import io.limber.contracts.EventHeaders;
import io.limber.contracts.EventTypes;
import io.limber.kit.events.UndecodableEvent;
import io.limber.reminder.schedule.ScheduleChange.Activated;
import io.limber.reminder.schedule.ScheduleChange.Removed;
import io.limber.reminder.schedule.ScheduleChange.Stopped;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleDecoderTest {
    private static final String PLAN = "01935a2e-7c40-7a11-9b1e-3f0c5d2a7e01";

    @Test
    void readsTheGoldenSamples() throws Exception {
        assertThat(decode("minimal", UnaryOperator.identity())).isInstanceOfSatisfying(Activated.class, change -> {
            assertThat(change.membership().active().until()).isEqualTo(Instant.MAX);
            assertThat(change.bucket()).isEqualTo(3);
        });
        assertThat(decode("full", UnaryOperator.identity())).isInstanceOfSatisfying(Activated.class, change -> {
            assertThat(change.version()).isEqualTo(4);
            assertThat(change.membership().cadence().cadence().maxLateness()).isEqualTo(Duration.ofMinutes(15));
            assertThat(change.membership().active().from()).isEqualTo("2026-11-22T23:00:00Z");
            assertThat(change.membership().active().until()).isEqualTo("2027-05-31T22:00:00Z");
        });
        assertThat(decode("paused", UnaryOperator.identity()))
                .isInstanceOfSatisfying(
                        Stopped.class, change -> assertThat(change.forGood()).isFalse());
        assertThat(decode("ended", UnaryOperator.identity()))
                .isInstanceOfSatisfying(
                        Stopped.class, change -> assertThat(change.forGood()).isTrue());
    }

    @Test
    void readsATombstoneWithoutHeaders() throws Exception {
        assertThat(new ScheduleDecoder().decode(new ConsumerRecord<>("limber.schedules", 3, 0, PLAN, null)))
                .isInstanceOf(Removed.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "planId"            | "planId":[], "x"       | the payload is not a ScheduleChanged
            "Europe/Berlin"     | "Europe/Atlantis"      | timing/zone:
            "Europe/Berlin"     | "; DROP TABLE"         | timing/zone:
            "SKIP"              | "JUMP"                 | timing/gap:
            "SECOND"            | "THIRD"                | timing/fold:
            900                 | 0                      | timing/maxLatenessSeconds:
            900                 | -1                     | timing/maxLatenessSeconds:
            "FRIDAY"            | "FREITAG"              | the payload is not a Timing
            "02:30:00"          | "25:30:00"             | the payload is not a Timing
            "2026-11-23"        | "2126-11-23"           | activeUntil is before activeFrom
            "2026-11-23"        | "tomorrow"             | activeFrom is not a date
            "2027-05-31"        | "+999999999-05-31"     | activeUntil is not between
            "employee-4711"     | "a\\u0000b"            | personId is not 1 to 128 characters
            "employee-4711"     | ""                     | personId is not 1 to 128 characters
            "employee-4711"     | 4711                   | the payload is not a ScheduleChanged
            "ACTIVE"            | "RUNNING"              | state is none of
            "ACTIVE"            | null                   | state is missing
            "version"           | "revision"             | version is missing
            "timing"            | "schedule"             | timing is missing
            "totalSeconds"      | "totalSeconds":[], "x" | the payload is not a ShownRoutine
            """)
    void saysWhatIsWrong(String right, String wrong, String reason) {
        assertThatThrownBy(() -> decode("full", json -> json.replace(right, wrong)))
                .isInstanceOf(UndecodableEvent.class)
                .hasMessageStartingWith(reason);
    }

    @Test
    void refusesASchedule() throws Exception {
        ConsumerRecord<String, byte[]> noHeaders =
                new ConsumerRecord<>("limber.schedules", 3, 0, PLAN, "{}".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new ScheduleDecoder().decode(noHeaders)).hasMessage("header ce_id is missing");
        ConsumerRecord<String, byte[]> otherKey = record("another-plan", sample("full"));
        assertThatThrownBy(() -> new ScheduleDecoder().decode(otherKey)).hasMessage("the key is not the plan's id");
        ConsumerRecord<String, byte[]> badKey = record("a plan;1", sample("full"));
        assertThatThrownBy(() -> new ScheduleDecoder().decode(badKey)).hasMessage("the key is not a plan's id");
        ConsumerRecord<String, byte[]> noTimes = record(PLAN, sample("full").replaceAll("(?s)\"02:30.*15:45:30\"", ""));
        assertThatThrownBy(() -> new ScheduleDecoder().decode(noTimes)).hasMessageStartingWith("timing/startTimes: ");
        ConsumerRecord<String, byte[]> otherType = record(PLAN, sample("full"));
        otherType.headers().add(EventHeaders.TYPE, "io.limber.other.v1".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new ScheduleDecoder().decode(otherType))
                .hasMessageContaining("is not one this topic carries");
    }

    private static ScheduleChange decode(String sample, UnaryOperator<String> edit) throws Exception {
        return new ScheduleDecoder().decode(record(PLAN, edit.apply(sample(sample))));
    }

    private static ConsumerRecord<String, byte[]> record(String key, String json) {
        ConsumerRecord<String, byte[]> record =
                new ConsumerRecord<>("limber.schedules", 3, 0, key, json.getBytes(StandardCharsets.UTF_8));
        header(record, EventHeaders.ID, "1");
        header(record, EventHeaders.TYPE, EventTypes.SCHEDULE_CHANGED);
        header(record, EventHeaders.SOURCE, "/limber/routine");
        header(record, EventHeaders.SUBJECT, key);
        header(record, EventHeaders.TIME, "2026-11-23T10:00:00Z");
        header(record, EventHeaders.TENANT, "acme");
        return record;
    }

    private static void header(ConsumerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String sample(String name) throws Exception {
        try (InputStream json =
                ScheduleDecoderTest.class.getResourceAsStream(Contracts.sample(EventTypes.SCHEDULE_CHANGED, name))) {
            return new String(json.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
