package io.limber.reminder.firing;

import io.limber.contracts.EventHeaders;
import io.limber.contracts.Topics;
import io.limber.kit.events.EventJson;
import io.limber.kit.kafka.KafkaSettings;
import io.limber.reminder.bucket.BucketTransactions;
import io.limber.reminder.bucket.Lease;
import io.limber.reminder.bucket.Moments;
import io.limber.reminder.schedule.ScheduleFeed;
import io.limber.testkit.SettableClock;
import io.limber.testkit.SqlProbe;
import io.limber.testkit.TopicReader;
import io.limber.testkit.TopicRecord;
import jakarta.enterprise.context.Dependent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a test of firing works with: a tenant and a bucket of its own, owners that can die, and what lies on the topic. */
@Dependent
class FiringStage {
    private static final AtomicInteger BUCKETS = new AtomicInteger();

    final String tenant = "t-" + UUID.randomUUID();
    final int bucket = BUCKETS.getAndIncrement() % 16;
    final SqlProbe sql = SqlProbe.as("reminder", SqlProbe.Role.LOOP);
    private final BucketTransactions transactions;
    private final CadenceTable cadences;
    private final MemberTable members;
    private final OneOffTable oneOffs;
    private final Bookings bookings;
    private final Moments moments;
    private final FiringMetrics metrics;
    private final KafkaSettings kafka;
    private final Cursors cursors;
    private final ScheduleFeed feed;
    private final Sweep sweep;
    private final SettableClock clock;
    private final List<ReminderProducer> opened = new ArrayList<>();
    private Lease lease;

    FiringStage(
            BucketTransactions transactions,
            CadenceTable cadences,
            MemberTable members,
            OneOffTable oneOffs,
            Bookings bookings,
            Moments moments,
            FiringMetrics metrics,
            KafkaSettings kafka,
            Cursors cursors,
            ScheduleFeed feed,
            Sweep sweep,
            SettableClock clock) {
        this.transactions = transactions;
        this.cadences = cadences;
        this.members = members;
        this.oneOffs = oneOffs;
        this.bookings = bookings;
        this.moments = moments;
        this.metrics = metrics;
        this.kafka = kafka;
        this.cursors = cursors;
        this.feed = feed;
        this.sweep = sweep;
        this.clock = clock;
        this.lease = transactions.claim(bucket);
        empty();
    }

    /** What other tests left in this bucket would take chunks of its own. */
    private void empty() {
        for (String table : List.of("one_off", "reminder", "cadence")) {
            sql.execute("DELETE FROM " + table + " WHERE bucket = ?", bucket);
        }
    }

    void at(Instant now) {
        clock.set(now);
    }

    Lease lease() {
        return lease;
    }

    /** Each for its own tenant. */
    void put(PlanFixture... plans) {
        Stream.of(plans)
                .collect(Collectors.groupingBy(PlanFixture::tenant))
                .forEach((of, own) ->
                        feed.put(lease, of, own.stream().map(PlanFixture::event).toList()));
    }

    void remove(PlanFixture plan) {
        feed.remove(lease, plan.id());
    }

    List<PlanFixture> putMany(int count, long lateness) {
        return putMany(tenant, count, lateness);
    }

    List<PlanFixture> putMany(String of, int count, long lateness) {
        List<PlanFixture> plans = IntStream.range(0, count)
                .mapToObj(i -> PlanFixture.daily(of, lateness))
                .toList();
        put(plans.toArray(PlanFixture[]::new));
        return plans;
    }

    /** A new owner of the bucket; whoever owned it before is a zombie now. */
    BucketFiring owner(int chunkSize) {
        return owner(
                chunkSize, tables(cadences, oneOffs), number -> opened(new ReminderProducer(kafka, cursors, number)));
    }

    /** An owner that dies as told, after that many chunks went well. */
    BucketFiring mortal(int chunkSize, Death death, int after) {
        AtomicInteger left = new AtomicInteger(after);
        CadenceTable dyingCadences = new CadenceTable() {
            @Override
            java.util.Set<String> move(java.sql.Connection connection, int in, List<Move> moves)
                    throws java.sql.SQLException {
                if (death == Death.BEFORE_DATABASE && left.get() < 0 && !moves.isEmpty()) {
                    throw new Died();
                }
                return super.move(connection, in, moves);
            }
        };
        OneOffTable dyingOneOffs = new OneOffTable() {
            @Override
            List<Gone> delete(java.sql.Connection connection, int in, java.util.Collection<UUID> ids)
                    throws java.sql.SQLException {
                if (death == Death.BEFORE_DATABASE && left.get() < 0 && !ids.isEmpty()) {
                    throw new Died();
                }
                return super.delete(connection, in, ids);
            }
        };
        return owner(
                chunkSize,
                tables(dyingCadences, dyingOneOffs),
                number -> opened(new ReminderProducer(kafka, cursors, number) {
                    private boolean dead;

                    @Override
                    void commit() {
                        boolean now = left.getAndDecrement() <= 0;
                        if (now && death == Death.BEFORE_COMMIT) {
                            dead = true;
                            throw new Died();
                        }
                        super.commit();
                        if (now && death == Death.AFTER_COMMIT) {
                            dead = true;
                            throw new Died();
                        }
                    }

                    @Override
                    public void close() {
                        // A killed process closes nothing and aborts nothing.
                        if (!dead) {
                            super.close();
                        }
                    }
                }));
    }

    /** An owner whose every transaction loses its last reminder on the way to the topic. */
    BucketFiring losing(int chunkSize) {
        return owner(
                chunkSize,
                tables(cadences, oneOffs),
                number -> opened(new ReminderProducer(kafka, cursors, number) {
                    @Override
                    void emit(List<DueReminder> reminders, FiringCursor behind, Instant now) {
                        super.emit(reminders.subList(0, reminders.size() - 1), behind, now);
                    }
                }));
    }

    private BucketFiring owner(int chunkSize, FiringTables tables, BucketFiring.Producers producers) {
        lease = transactions.claim(bucket);
        return new BucketFiring(lease, tables, producers, moments, new FixedFiringConfig(chunkSize), metrics);
    }

    /** Another one under the same lease: the process came back before anybody took over. */
    BucketFiring again(int chunkSize) {
        return new BucketFiring(
                lease,
                tables(cadences, oneOffs),
                number -> opened(new ReminderProducer(kafka, cursors, number)),
                moments,
                new FixedFiringConfig(chunkSize),
                metrics);
    }

    private FiringTables tables(CadenceTable ownCadences, OneOffTable ownOneOffs) {
        return new FiringTables(transactions, ownCadences, members, ownOneOffs, bookings);
    }

    private synchronized ReminderProducer opened(ReminderProducer producer) {
        opened.add(producer);
        return producer;
    }

    void retime() {
        new Timetable(tables(cadences, oneOffs)).bringUpToDate(lease, java.util.Set.of());
    }

    void sweep(BucketFiring owner) {
        sweep.sweep(lease, owner.drainEmpty());
    }

    void snooze(PlanFixture plan, UUID id, Instant due) {
        String insert = """
                INSERT INTO one_off (bucket, id, due_at, tenant, plan_id, person_id, zone, kind, snoozed_from, routine)
                VALUES (?, ?, ?::text::timestamptz, ?, ?, 'p', 'UTC', 'SNOOZED', ?, convert_to(?, 'UTF8'))""";
        String routine = new String(EventJson.write(plan.event().routine()), StandardCharsets.UTF_8);
        sql.execute(insert, bucket, id, due.toString(), tenant, plan.id(), UUID.randomUUID(), routine);
    }

    /** What a read-committed reader sees of this tenant. */
    List<TopicRecord> emitted() {
        return emitted(tenant);
    }

    List<TopicRecord> emitted(String of) {
        try (TopicReader reader = TopicReader.open(Topics.REMINDERS)) {
            return reader.readAll().stream()
                    .filter(record -> record.header(EventHeaders.TENANT).equals(of))
                    .toList();
        }
    }

    List<String> emittedIds() {
        return emittedIds(tenant);
    }

    List<String> emittedIds(String of) {
        return emitted(of).stream()
                .map(record -> record.header(EventHeaders.ID))
                .toList();
    }

    static List<String> expected(List<PlanFixture> plans, Instant... dues) {
        return plans.stream()
                .flatMap(plan -> Stream.of(dues)
                        .map(due -> ReminderIds.of(plan.id(), due).toString()))
                .toList();
    }

    void end() {
        clock.reset();
        opened.forEach(ReminderProducer::close);
    }

    enum Death {
        BEFORE_COMMIT,
        AFTER_COMMIT,
        BEFORE_DATABASE
    }

    /** The process is gone. */
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    record FixedFiringConfig(int chunkSize) implements FiringConfig {
        @Override
        public boolean enabled() {
            return false;
        }

        @Override
        public Duration poll() {
            return Duration.ofMillis(500);
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public Duration oneOffLateness() {
            return Duration.ofMinutes(30);
        }

        @Override
        public Duration sweep() {
            return Duration.ofMinutes(1);
        }
    }
}
