package io.limber.bench.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.bench.population.Population;
import io.limber.contracts.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What a benchmark claims stands on this count, so each way to be wrong must show. */
class AuditTest {

    private static final Instant TEN = Instant.parse("2026-11-23T10:00:00Z");
    private static final long SOON = TEN.toEpochMilli() + 40;

    private final Population population = Population.dueAt(3, 100, 1, TEN);
    private long visibleAt = SOON;
    private final Audit audit = new Audit(population, (partition, offset) -> visibleAt);

    @Test
    void eachOnceIsExactlyOnce() {
        noteAllFrom(0);

        var findings = audit.findings();
        assertThat(findings.exactlyOnce()).isTrue();
        assertThat(findings.lateness().percentile(50)).isEqualTo(40);
        assertThat(findings.lastVisibleMillis()).isEqualTo(SOON);
    }

    @Test
    void oneMissingIsLost() {
        noteAllFrom(1);

        assertThat(audit.findings().lost()).isEqualTo(1);
        assertThat(audit.findings().exactlyOnce()).isFalse();
    }

    @Test
    void oneMoreIsADuplicate() {
        noteAllFrom(0);
        audit.note(record(17, TEN));

        assertThat(audit.findings().duplicates()).isEqualTo(1);
        assertThat(audit.findings().exactlyOnce()).isFalse();
    }

    @Test
    void idOfAnotherDueTimeIsWrong() {
        noteAllFrom(1);
        audit.note(record(0, TEN.plusSeconds(60)));

        assertThat(audit.findings().lost()).isZero();
        assertThat(audit.findings().wrong()).isEqualTo(1);
        assertThat(audit.findings().exactlyOnce()).isFalse();
    }

    @Test
    void oneBeforeItsTimeIsEarly() {
        noteAllFrom(1);
        visibleAt = TEN.toEpochMilli() - 1;
        audit.note(record(0, TEN));

        assertThat(audit.findings().lateness().early()).isEqualTo(1);
        assertThat(audit.findings().exactlyOnce()).isFalse();
    }

    @Test
    void recordOfAStrangerIsWrong() {
        noteAllFrom(0);
        audit.note(new ConsumerRecord<>("limber.reminders", 0, 0, utf8("stranger"), new byte[0]));

        assertThat(audit.findings().exactlyOnce()).isFalse();
    }

    private void noteAllFrom(int first) {
        for (var number = first; number < population.size(); number++) {
            audit.note(record(number, TEN));
        }
    }

    private ConsumerRecord<byte[], byte[]> record(int number, Instant due) {
        var planId = population.planId(number);
        var record = new ConsumerRecord<>("limber.reminders", 0, number, utf8(planId), new byte[0]);
        record.headers()
                .add(EventHeaders.ID, utf8(new ReminderIds().of(planId, due).toString()));
        return record;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
