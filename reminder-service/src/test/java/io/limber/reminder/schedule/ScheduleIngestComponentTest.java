package io.limber.reminder.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limber.contracts.ScheduleChanged.State;
import io.limber.reminder.ReminderServiceTest;
import io.limber.reminder.bucket.BucketTransactions;
import io.limber.reminder.bucket.Lease;
import io.limber.reminder.bucket.LostLease;
import io.limber.reminder.firing.ByHand;
import io.limber.reminder.firing.PlanFixture;
import io.limber.testkit.SettableClock;
import io.limber.testkit.SqlProbe;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ReminderServiceTest
@TestProfile(ByHand.class)
class ScheduleIngestComponentTest {
    private static final int BUCKET = 15;

    @Inject
    ScheduleFeed feed;

    @Inject
    BucketTransactions transactions;

    @Inject
    SettableClock clock;

    private final String tenant = "t-" + UUID.randomUUID();
    private final SqlProbe sql = SqlProbe.as("reminder", SqlProbe.Role.LOOP);
    private final PlanFixture plan = PlanFixture.daily(tenant, PlanFixture.ownLateness());
    private Lease lease;

    @BeforeEach
    void begin() {
        clock.set(PlanFixture.TEN.minusSeconds(60));
        lease = transactions.claim(BUCKET);
    }

    @AfterEach
    void end() {
        clock.reset();
    }

    @Test
    void aBatchThatComesAgainChangesNothing() {
        put(plan);
        PlanFixture second = plan.changed(plan.lateness(), "second");
        put(second);
        List<Map<String, Object>> before = rows();
        clock.tick(Duration.ofSeconds(10));
        put(plan, second);
        put(plan);
        put(second);
        assertThat(rows()).isEqualTo(before).hasSize(2);
    }

    @Test
    void theHighestVersionWinsWhateverTheOrder() {
        PlanFixture paused = plan.next(State.PAUSED);
        PlanFixture resumed = paused.next(State.ACTIVE);
        put(paused);
        put(plan);
        assertThat(open()).isZero();
        put(resumed, plan, paused);
        assertThat(open()).isEqualTo(1);
        assertThat(version()).isEqualTo(3);
    }

    @Test
    void aTombstoneRemovesAndALateRecordDoesNotBringBack() {
        put(plan);
        feed.remove(lease, plan.id());
        assertThat(open()).isZero();
        put(plan);
        assertThat(open()).isZero();
        feed.remove(lease, "never-seen-" + UUID.randomUUID());
        assertThat(sql.count("SELECT count(*) FROM plan_state WHERE plan_id = ? AND removed_at IS NOT NULL", plan.id()))
                .isEqualTo(1);
    }

    @Test
    void theVersionsOfAPlanLieEndToEndEvenWhenTheClockIsSetBack() {
        put(plan);
        clock.tick(Duration.ofMinutes(-5));
        PlanFixture paused = plan.next(State.PAUSED);
        put(paused);
        clock.tick(Duration.ofMinutes(-5));
        put(paused.next(State.ACTIVE));
        assertThat(sql.count("""
                        SELECT count(*) FROM reminder a JOIN reminder b USING (plan_id)
                         WHERE plan_id = ? AND a.version < b.version AND b.effective_after < a.effective_until""", plan.id())).isZero();
        assertThat(open()).isEqualTo(1);
    }

    @Test
    void equalCadencesShareOneRow() {
        put(plan, PlanFixture.daily(tenant, plan.lateness()), PlanFixture.daily(tenant, plan.lateness()));
        assertThat(sql.count(
                        "SELECT count(*) FROM cadence WHERE bucket = ? AND definition LIKE ?",
                        BUCKET,
                        "%;" + plan.lateness()))
                .isEqualTo(1);
        assertThat(sql.count("SELECT count(*) FROM reminder WHERE tenant = ?", tenant))
                .isEqualTo(3);
    }

    @Test
    void equalCadencesOfTwoTenantsAreTwoRows() {
        put(plan);
        feed.put(
                lease,
                "other-" + tenant,
                List.of(PlanFixture.daily("other-" + tenant, plan.lateness()).event()));
        assertThat(sql.count(
                        "SELECT count(DISTINCT tenant) FROM cadence WHERE bucket = ? AND definition LIKE ?",
                        BUCKET,
                        "%;" + plan.lateness()))
                .isEqualTo(2);
    }

    @Test
    void aFormerOwnerWritesNothing() {
        Lease former = lease;
        lease = transactions.claim(BUCKET);
        assertThatThrownBy(() -> feed.put(former, tenant, List.of(plan.event())))
                .isInstanceOf(LostLease.class);
        assertThat(rows()).isEmpty();
    }

    @Test
    void showsNoRowWithoutATenant() {
        put(plan);
        SqlProbe app = SqlProbe.as("reminder", SqlProbe.Role.APP);
        for (String table : List.of("reminder", "plan_state", "one_off")) {
            assertThat(app.count("SELECT count(*) FROM " + table)).as(table).isZero();
            assertThat(app.inTenant("somebody-else").count("SELECT count(*) FROM " + table))
                    .as(table)
                    .isZero();
            assertThat(sql.count("SELECT count(*) FROM pg_class WHERE relname = ? AND relforcerowsecurity", table))
                    .as(table)
                    .isEqualTo(1);
        }
        assertThat(app.inTenant(tenant).count("SELECT count(*) FROM reminder")).isEqualTo(1);
        String insert = """
                INSERT INTO one_off (bucket, id, due_at, tenant, plan_id, person_id, zone, kind, routine)
                VALUES (0, gen_random_uuid(), now() + interval '1000 years', ?, 'p', 'p', 'UTC', 'SNOOZED', '')""";
        assertThatThrownBy(() -> app.inTenant("somebody-else").execute(insert, tenant))
                .hasMessageContaining("row-level security");
        assertThat(app.inTenant(tenant).execute(insert, tenant)).isEqualTo(1);
        assertThatThrownBy(() -> app.count("SELECT count(*) FROM cadence")).hasMessageContaining("permission denied");
    }

    private void put(PlanFixture... plans) {
        feed.put(
                lease,
                tenant,
                java.util.stream.Stream.of(plans).map(PlanFixture::event).toList());
    }

    private List<Map<String, Object>> rows() {
        return sql.query(
                "SELECT version, effective_after, effective_until FROM reminder WHERE plan_id = ? ORDER BY 1",
                plan.id());
    }

    private long open() {
        return sql.count("SELECT count(*) FROM reminder WHERE plan_id = ? AND effective_until IS NULL", plan.id());
    }

    private long version() {
        return sql.count("SELECT version FROM plan_state WHERE plan_id = ?", plan.id());
    }
}
