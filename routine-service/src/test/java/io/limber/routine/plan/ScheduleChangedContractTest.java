package io.limber.routine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.contracts.Contracts;
import io.limber.contracts.EventTypes;
import io.limber.contracts.ScheduleChanged;
import io.limber.contracts.ShownRoutine;
import io.limber.kit.events.EventJson;
import io.limber.kit.tenancy.TenantId;
import io.limber.routine.calendar.DaysOff;
import io.limber.routine.person.PersonId;
import io.limber.routine.routine.RoutineId;
import io.limber.routine.schedule.DescribeSchedule;
import io.limber.routine.schedule.Period;
import io.limber.routine.schedule.Schedule;
import io.limber.routine.schedule.Terms;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we publish, against the golden samples and the schema that consumers read too. */
class ScheduleChangedContractTest {
    @ParameterizedTest
    @ValueSource(strings = {"minimal", "full", "rule", "paused", "ended"})
    void writesWhatTheSampleSays(String name) throws Exception {
        String sample = ScheduleTopic.resource(Contracts.sample(EventTypes.SCHEDULE_CHANGED, name));
        ScheduleChanged event = EventJson.read(sample.getBytes(StandardCharsets.UTF_8), ScheduleChanged.class);

        String written = new String(EventJson.write(event), StandardCharsets.UTF_8);

        assertThat(EventJson.MAPPER.readTree(written)).isEqualTo(EventJson.MAPPER.readTree(sample));
        ScheduleTopic.assertFitsSchema(written);
    }

    @Test
    void aPlanSaysOfItselfWhatTheFullSampleSays() throws Exception {
        JsonNode sample = EventJson.MAPPER.readTree(
                ScheduleTopic.resource(Contracts.sample(EventTypes.SCHEDULE_CHANGED, "full")));
        Plan plan = new Plan(
                new TenantId("acme"),
                PlanId.next(Instant.EPOCH),
                new PersonId("employee-4711"),
                new RoutineId(UUID.fromString("01935a2e-1111-7a11-9b1e-3f0c5d2a7e10")),
                new Terms(
                        Schedule.of(EventJson.MAPPER.readValue("""
                                {"daysOfWeek": ["FRIDAY", "MONDAY", "WEDNESDAY"],
                                 "startTimes": ["15:45:30", "02:30", "10:00"], "gap": "SKIP", "fold": "SECOND",
                                 "hours": {"ranges": [{"day": "MONDAY", "from": "08:00", "until": "18:00"},
                                                      {"day": "WEDNESDAY", "from": "08:00", "until": "18:00"},
                                                      {"day": "SATURDAY", "from": "22:30", "until": "24:00"}]},
                                 "holidays": {"country": "DE", "region": "BY", "calendar": "plant",
                                              "days": ["2026-12-31"], "policy": "AFTER"},
                                 "spreadMinutes": 10, "maxLatenessSeconds": 900, "whenTooLate": "NEXT_SLOT"}""", DescribeSchedule.class)),
                        ZoneId.of("Europe/Berlin"),
                        new Period(LocalDate.of(2026, 11, 23), LocalDate.of(2027, 5, 31))),
                List.of(),
                Instant.parse("2026-11-22T18:30:00.123456Z"));
        ShownRoutine shown = EventJson.MAPPER.treeToValue(sample.get("routine"), ShownRoutine.class);

        JsonNode written = EventJson.MAPPER.readTree(
                EventJson.write(plan.event(shown, new DaysOff(List.of(LocalDate.of(2026, 12, 24))))));

        assertThat(without(written, "planId", "version")).isEqualTo(without(sample, "planId", "version"));
    }

    private static JsonNode without(JsonNode json, String... fields) {
        return ((ObjectNode) json).without(List.of(fields));
    }
}
