package io.limber.reminder.firing;

import static io.limber.reminder.firing.PlanFixture.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.limber.reminder.ReminderServiceTest;
import io.limber.reminder.firing.CadenceTable.DueCadence;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@ReminderServiceTest
@TestProfile(ByHand.class)
class MemberCountsComponentTest {
    private static final int SLOTS = 40;

    @Inject
    FiringStage stage;

    @Inject
    MemberCounts counts;

    @Inject
    @DataSource("loop")
    AgroalDataSource loop;

    private final String key = UUID.randomUUID().toString().replace("-", "");

    @AfterEach
    void end() {
        stage.end();
    }

    /** Many due times in one pass against each for itself, with bounds that fall on, before and behind due times. */
    @Test
    void onePassCountsWhatEachDueTimeWouldForItself() throws Exception {
        // Given
        long seed = System.nanoTime();
        System.out.println("MemberCountsComponentTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            member(random);
        }
        List<Instant> dues = IntStream.range(0, SLOTS)
                .mapToObj(MemberCountsComponentTest::slot)
                .toList();
        List<DueCadence> single = dues.stream()
                .map(due -> new DueCadence(key, stage.tenant, "", due, Optional.empty()))
                .toList();
        String emittedTo = "8";

        // When
        List<Long> each;
        MemberCounts.Slots together;
        try (Connection connection = loop.getConnection()) {
            each = counts.ofEach(connection, stage.bucket, single);
            together = counts.ofSlots(connection, stage.bucket, key, dues, emittedTo);
        }

        // Then
        assertThat(together.planned()).isEqualTo(each);
        assertThat(each).anyMatch(count -> count > 0);
        assertThat(together.emittedOfFirst())
                .isEqualTo(stage.sql.count(
                        "SELECT count(*) FROM reminder r, (SELECT ?::text::timestamptz AS due) d WHERE r.cadence_key = ?"
                                + " AND r.plan_id <= ? AND " + MemberTable.CONCERNED,
                        dues.getFirst().toString(),
                        key,
                        emittedTo));
    }

    private void member(Random random) {
        Instant from = bound(random);
        @Nullable Instant until = random.nextInt(3) == 0 ? null : bound(random);
        Instant after = bound(random);
        @Nullable Instant effectiveUntil = random.nextInt(3) == 0 ? null : after.plusSeconds(random.nextInt(20) * 300L);
        stage.sql.execute(
                """
                INSERT INTO reminder (cadence_key, bucket, plan_id, version, tenant, person_id, zone, routine,
                                      active_from, active_until, effective_after, effective_until)
                VALUES (?, ?, ?, 1, ?, 'p', 'UTC', '', ?::text::timestamptz, coalesce(?::text, 'infinity')::timestamptz,
                        ?::text::timestamptz, ?::text::timestamptz)""",
                key,
                stage.bucket,
                UUID.randomUUID().toString(),
                stage.tenant,
                from.toString(),
                until == null ? null : until.toString(),
                after.toString(),
                effectiveUntil == null ? null : effectiveUntil.toString());
    }

    /** On a due time, or a microsecond beside it. */
    private static Instant bound(Random random) {
        return slot(random.nextInt(SLOTS + 10) - 5).plusNanos((random.nextInt(3) - 1) * 1_000L);
    }

    private static Instant slot(int number) {
        return TEN.plusSeconds(number * 300L);
    }
}
