package io.limber.bench.population;

import io.limber.bench.stack.Patience;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;

/**
 * Fills the tables of reminder-service with a population in seconds instead of minutes. The first plan of each cadence in each
 * bucket goes the way of every plan, as an event; the service makes cadence and rows of it. The others are copies of those rows
 * under their own ids, so the tables look as if all of them had come as events.
 */
public final class Members {

    private static final List<String> TABLES = List.of("reminder", "plan_state");
    private static final Duration INGEST = Duration.ofSeconds(120);
    /** As many as the service takes in at once, bucket by bucket, so the rows lie in the table as it would have laid them. */
    private static final int BATCH = 2_000;

    private final Connection database;
    private final ScheduleEvents events;

    /** @param database as administrator, for whom row-level security does not count; commits by itself */
    public Members(Connection database, ScheduleEvents events) {
        this.database = database;
        this.events = events;
    }

    /** Everything that can be done before it is known when the plans are due. */
    public void stage(Population population) throws SQLException {
        // Filling the tables must not wait for checkpoints; taken back before anything is measured.
        execute("ALTER SYSTEM SET max_wal_size = '8GB'");
        execute("SELECT pg_reload_conf()");
        execute("DROP TABLE IF EXISTS bench_plan");
        execute(
                "CREATE UNLOGGED TABLE bench_plan (plan_id text COLLATE \"C\", person_id text, bucket integer, seed text)");
        var seeds = population.seeds();
        var copy = database.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY bench_plan (plan_id, person_id, bucket, seed) FROM STDIN");
        var lines = new StringBuilder();
        for (var from = 0; from < population.size(); from += BATCH) {
            var until = Math.min(from + BATCH, population.size());
            var batch = IntStream.range(from, until)
                    .boxed()
                    .sorted(Comparator.comparingInt(population::bucket))
                    .toList();
            for (var number : batch) {
                var seed = seeds[population.cadence(number) * Population.BUCKETS + population.bucket(number)];
                if (seed != number) {
                    line(lines, population, number, seed);
                }
            }
            var bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
            copy.writeToCopy(bytes, 0, bytes.length);
            lines.setLength(0);
        }
        copy.endCopy();
        execute("ANALYZE bench_plan");
    }

    private static void line(StringBuilder lines, Population population, int number, int seed) {
        lines.append(population.planId(number)).append('\t').append(ScheduleEvents.person(number));
        lines.append('\t').append(population.bucket(number));
        lines.append('\t').append(population.planId(seed)).append('\n');
    }

    /** Sends the seeds, waits for the service to have them and copies them. Afterwards the population is complete. */
    public void insert(Population population) throws SQLException {
        var seeds = Arrays.stream(population.seeds()).filter(seed -> seed >= 0).toArray();
        for (var seed : seeds) {
            events.send(population, seed);
        }
        events.flush();
        var ids = database.createArrayOf(
                "text", Arrays.stream(seeds).mapToObj(population::planId).toArray());
        for (var table : TABLES) {
            Patience.until(
                    INGEST, "the service has the first plan of each cadence", () -> known(table, ids) == seeds.length);
            copy(table, ids);
        }
        execute("DROP TABLE bench_plan");
        for (var table : TABLES) {
            execute("VACUUM (ANALYZE) " + table);
        }
        execute("ALTER SYSTEM RESET max_wal_size");
        execute("SELECT pg_reload_conf()");
        execute("CHECKPOINT");
    }

    private long known(String table, Array ids) throws SQLException {
        try (var query = database.prepareStatement("SELECT count(*) FROM " + table + " WHERE plan_id = ANY(?)")) {
            query.setArray(1, ids);
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private void copy(String table, Array ids) throws SQLException {
        try (var select = database.prepareStatement(
                "CREATE TEMPORARY TABLE bench_seed AS SELECT * FROM " + table + " WHERE plan_id = ANY(?)")) {
            select.setArray(1, ids);
            select.execute();
        }
        execute("ANALYZE bench_seed");
        var columns = columns(table);
        var values = columns.stream().map(Members::value).collect(Collectors.joining(", "));
        execute("INSERT INTO " + table + " (" + String.join(", ", columns) + ") SELECT " + values
                + " FROM bench_plan JOIN bench_seed ON bench_seed.plan_id = bench_plan.seed");
        execute("DROP TABLE bench_seed");
    }

    private static String value(String column) {
        return switch (column) {
            case "plan_id", "person_id" -> "bench_plan." + column;
            default -> "bench_seed." + column;
        };
    }

    /** Asked for, so that a column more in the service's table is copied too. */
    private List<String> columns(String table) throws SQLException {
        var names = new ArrayList<String>();
        try (var query = database.prepareStatement("""
                SELECT column_name FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name = ? AND is_generated = 'NEVER' AND is_identity = 'NO'
                ORDER BY ordinal_position""")) {
            query.setString(1, table);
            var rows = query.executeQuery();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
