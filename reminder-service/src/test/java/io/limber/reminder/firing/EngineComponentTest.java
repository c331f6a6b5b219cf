package io.limber.reminder.firing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.limber.contracts.EventHeaders;
import io.limber.contracts.ScheduleChanged;
import io.limber.contracts.Topics;
import io.limber.reminder.ReminderServiceTest;
import io.limber.reminder.bucket.Buckets;
import io.limber.reminder.schedule.ScheduleFeed;
import io.limber.testkit.SettableClock;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.TestStack;
import io.limber.testkit.TopicReader;
import io.limber.testkit.TopicRecord;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine as it runs: schedules come over Kafka, the loop waits for what is due. On the real clock. */
@ReminderServiceTest
@TestProfile(EngineComponentTest.Running.class)
class EngineComponentTest {
    private static final Duration LIMIT = Duration.ofSeconds(40);

    @Inject
    Buckets buckets;

    @Inject
    OneOffs oneOffs;

    @Inject
    UserTransaction transaction;

    @Inject
    SettableClock clock;

    private final String tenant = "t-" + UUID.randomUUID();
    private final SqlProbe sql = SqlProbe.as("reminder", SqlProbe.Role.LOOP);
    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void open() {
        clock.reset();
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestStack.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void firesByItselfWhatItReadFromKafka() {
        Instant due = Clock.systemUTC().instant().plusSeconds(6).truncatedTo(ChronoUnit.SECONDS);
        PlanFixture plan = dueAt(due);
        send(plan);
        TopicRecord record = first(plan.id());
        assertThat(record.header(EventHeaders.ID))
                .isEqualTo(ReminderIds.of(plan.id(), due).toString());
        assertThat(Instant.ofEpochMilli(record.timestamp())).isAfterOrEqualTo(due);
        assertThat(record.partition()).isEqualTo(buckets.of(plan.id()));
    }

    @Test
    void firesASnoozedReminderOnce() throws Exception {
        Instant due = Clock.systemUTC().instant().plusSeconds(2);
        String plan = UUID.randomUUID().toString();
        UUID from = UUID.randomUUID();
        OneOff snoozed = new OneOff(
                ReminderIds.ofSnooze(from, due),
                due,
                plan,
                "person",
                "Europe/Berlin",
                io.limber.contracts.ReminderDue.Kind.SNOOZED,
                from,
                PlanFixture.daily(tenant, 1).event().routine());
        schedule(snoozed);
        TopicRecord record = first(plan);
        assertThat(record.header(EventHeaders.ID)).isEqualTo(snoozed.id().toString());
        assertThat(record.json().at("/snoozedFrom").asText()).isEqualTo(from.toString());
        assertThat(record.json().at("/kind").asText()).isEqualTo("SNOOZED");
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(sql.count("SELECT count(*) FROM one_off WHERE plan_id = ?", plan))
                        .isZero());
    }

    @Test
    void whatCannotBeAppliedBecomesADeadLetterAndTheChannelGoesOn() {
        PlanFixture garbage = PlanFixture.daily(tenant, PlanFixture.ownLateness());
        PlanFixture noHeaders = PlanFixture.daily(tenant, PlanFixture.ownLateness());
        PlanFixture unknownZone =
                PlanFixture.daily(tenant, PlanFixture.ownLateness()).at("Europe/Atlantis", LocalTime.NOON);
        PlanFixture good = PlanFixture.daily(tenant, PlanFixture.ownLateness());
        ProducerRecord<String, byte[]> unreadable = record(garbage);
        put(new ProducerRecord<>(
                Topics.SCHEDULES,
                null,
                garbage.id(),
                "{\"planId\":".getBytes(StandardCharsets.UTF_8),
                unreadable.headers()));
        put(new ProducerRecord<>(
                Topics.SCHEDULES, noHeaders.id(), record(noHeaders).value()));
        put(record(unknownZone));
        send(good);

        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(sql.count("SELECT count(*) FROM plan_state WHERE plan_id = ?", good.id()))
                                .isEqualTo(1));
        try (TopicReader letters = TopicReader.open(Topics.deadLetters(Topics.SCHEDULES))) {
            List<TopicRecord> dead = letters.readUntil(
                    seen -> reasons(seen, garbage, noHeaders, unknownZone).size() == 3, LIMIT);
            assertThat(reasons(dead, garbage, noHeaders, unknownZone))
                    .containsExactlyInAnyOrder(
                            "the payload is not a ScheduleChanged",
                            "header ce_id is missing",
                            "timing/zone: 'Europe/Atlantis' is not a time zone known here: use an IANA name, for example Europe/Berlin");
        }
        assertThat(sql.count("SELECT count(*) FROM reminder WHERE tenant = ?", tenant))
                .isEqualTo(1);
    }

    /** What a timing can be that is none, each by what of the event says it and by the beginning of what is to be changed. */
    private static final Map<String, String> UNUSABLE = new TreeMap<>(Map.of(
            "\"zone\":\"Mars/Olympus\"",
            "timing/zone: 'Mars/Olympus' is not a time zone",
            "\"recurrence\":{\"rule\":\"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\"}",
            "timing/recurrence/rule: ",
            "\"recurrence\":{\"rule\":\"FREQ=DAILY;COUNT=0\"}",
            "timing/recurrence/rule: ",
            "\"recurrence\":{\"rule\":\"FREQ=HOURLY\"}",
            "timing/recurrence/rule: ",
            "\"hours\":{\"ranges\":[{\"day\":\"MONDAY\",\"from\":\"09:00\",\"until\":\"09:00\"}],\"outside\":\"SKIP\"}",
            "timing/hours/ranges/0",
            "\"recurrence\":{\"rule\":\"FREQ=DAILY\",\"exceptDates\":" + manyDates() + "}",
            "timing/recurrence/exceptDates: ",
            "\"startTimes\":[]",
            "timing/startTimes: ",
            "\"every\":{\"minutes\":1,\"from\":\"09:00\",\"until\":\"17:00\"}",
            "timing/every/minutes: ",
            "\"holidays\":{\"country\":\"XX\",\"policy\":\"SKIP\"}",
            "timing/holidays/country: ",
            "\"spreadMinutes\":9999",
            "timing/spreadMinutes: "));

    @Test
    void everyKindOfScheduleThatCannotBeIsADeadLetterThatSaysWhatToChange() {
        Map<String, String> sent = new TreeMap<>();
        UNUSABLE.forEach((said, reason) -> {
            PlanFixture plan = PlanFixture.daily(tenant, PlanFixture.ownLateness());
            sent.put(plan.id(), reason);
            put(withTiming(plan, said));
        });
        PlanFixture good = PlanFixture.daily(tenant, PlanFixture.ownLateness());
        send(good);

        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(
                        () -> assertThat(sql.count("SELECT count(*) FROM plan_state WHERE plan_id = ?", good.id()))
                                .isEqualTo(1));
        try (TopicReader letters = TopicReader.open(Topics.deadLetters(Topics.SCHEDULES))) {
            List<TopicRecord> dead = letters.readUntil(
                    seen -> seen.stream()
                                    .filter(record -> sent.containsKey(record.key()))
                                    .count()
                            == sent.size(),
                    LIMIT);
            assertThat(dead.stream().filter(record -> sent.containsKey(record.key())))
                    .hasSize(UNUSABLE.size())
                    .allSatisfy(record -> assertThat(record.header("dead-letter-reason"))
                            .startsWith(Objects.requireNonNull(sent.get(record.key()))));
        }
        assertThat(sql.count("SELECT count(*) FROM reminder WHERE tenant = ?", tenant))
                .isEqualTo(1);
    }

    private static String manyDates() {
        LocalDate first = LocalDate.of(2027, 1, 1);
        return IntStream.range(0, 5000)
                .mapToObj(day -> "\"" + first.plusDays(day) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The event with one part of its timing said otherwise; a rule or an interval stands in the place of days or times. */
    private ProducerRecord<String, byte[]> withTiming(PlanFixture plan, String said) {
        ProducerRecord<String, byte[]> whole = record(plan);
        try {
            ObjectMapper json = new ObjectMapper();
            ObjectNode event = (ObjectNode) json.readTree(whole.value());
            ObjectNode timing = (ObjectNode) event.get("timing");
            ObjectNode change = (ObjectNode) json.readTree("{" + said + "}");
            if (change.has("recurrence")) {
                timing.remove("daysOfWeek");
            }
            if (change.has("every")) {
                timing.remove("startTimes");
            }
            timing.setAll(change);
            return new ProducerRecord<>(
                    whole.topic(), null, whole.key(), json.writeValueAsBytes(event), whole.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void endsAPlanByTombstone() {
        PlanFixture plan = PlanFixture.daily(tenant, PlanFixture.ownLateness());
        send(plan);
        send(plan.next(ScheduleChanged.State.ENDED));
        put(new ProducerRecord<>(Topics.SCHEDULES, plan.id(), null));
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(sql.count(
                                "SELECT count(*) FROM plan_state WHERE plan_id = ? AND removed_at IS NOT NULL",
                                plan.id()))
                        .isEqualTo(1));
        assertThat(sql.count("SELECT count(*) FROM reminder WHERE plan_id = ? AND effective_until IS NULL", plan.id()))
                .isZero();
    }

    private void schedule(OneOff snoozed) throws Exception {
        io.quarkus.arc.Arc.container().requestContext().activate();
        try {
            io.quarkus.arc.Arc.container()
                    .instance(io.limber.kit.tenancy.CurrentTenant.class)
                    .get()
                    .actFor(new io.limber.kit.tenancy.TenantId(tenant));
            transaction.begin();
            oneOffs.schedule(new io.limber.kit.tenancy.TenantId(tenant), snoozed);
            transaction.commit();
        } finally {
            io.quarkus.arc.Arc.container().requestContext().terminate();
        }
    }

    private TopicRecord first(String plan) {
        try (TopicReader reader = TopicReader.open(Topics.REMINDERS)) {
            return reader.readFirst(record -> plan.equals(record.key()), LIMIT);
        }
    }

    private PlanFixture dueAt(Instant due) {
        LocalTime time = due.atZone(ZoneOffset.UTC).toLocalTime();
        PlanFixture plan = PlanFixture.daily(tenant, PlanFixture.ownLateness()).at("UTC", time);
        return plan.active(due.atZone(ZoneOffset.UTC).toLocalDate(), null);
    }

    private void send(PlanFixture plan) {
        put(record(plan));
        producer.flush();
    }

    private void put(ProducerRecord<String, byte[]> record) {
        var unused = producer.send(record);
    }

    private ProducerRecord<String, byte[]> record(PlanFixture plan) {
        ConsumerRecord<String, byte[]> written = ScheduleFeed.record(0, tenant, plan.event());
        return new ProducerRecord<>(Topics.SCHEDULES, null, plan.id(), written.value(), written.headers());
    }

    private static List<String> reasons(List<TopicRecord> letters, PlanFixture... plans) {
        List<String> ids =
                java.util.stream.Stream.of(plans).map(PlanFixture::id).toList();
        return letters.stream()
                .filter(letter -> ids.contains(letter.key()))
                .map(letter -> letter.header(EventHeaders.DEAD_REASON))
                .toList();
    }

    /** With the loop on. */
    public static class Running implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("limber.firing.enabled", "true", "limber.firing.poll", "PT0.2S");
        }
    }
}
