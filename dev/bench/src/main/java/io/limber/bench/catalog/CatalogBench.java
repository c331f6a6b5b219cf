package io.limber.bench.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limber.bench.Session;
import io.limber.bench.report.BarChart;
import io.limber.bench.report.MachineFacts;
import io.limber.bench.report.Result;
import io.limber.bench.report.Table;
import io.limber.bench.stack.BenchException;
import io.limber.bench.stack.BenchStack;
import io.limber.bench.stack.Numbers;
import io.limber.bench.stack.Patience;
import io.limber.localstack.Arguments;
import io.limber.localstack.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code ./limber bench catalog}: answers a second and how long they take, beside two peers in the same run. */
public final class CatalogBench {

    private static final int CONNECTIONS = 32;
    private static final double HALF = 0.5;
    private static final String SCOPE = "catalog:read";

    private final Session session;
    private final BenchStack stack;
    private final Wrk wrk;
    private final HttpClient http = HttpClient.newHttpClient();
    private final int rounds;
    private final int seconds;

    private CatalogBench(Session session, BenchStack stack, int rounds, int seconds) {
        this.session = session;
        this.stack = stack;
        this.wrk = new Wrk(session.home().data().resolve("bench/wrk"));
        this.rounds = rounds;
        this.seconds = seconds;
    }

    public static Set<String> options() {
        return Set.of("--rounds", "--seconds", "--stretches");
    }

    public static Result run(Session session, Arguments arguments) throws SQLException {
        var rounds = Numbers.of(arguments, "--rounds", 3);
        var seconds = Numbers.of(arguments, "--seconds", 6);
        var stretches = Numbers.of(arguments, "--stretches", 50_000);
        try (var stack = BenchStack.start(session.home(), session.progress(), Service.CATALOG, 1)) {
            return new CatalogBench(session, stack, rounds, seconds).measure(stretches);
        }
    }

    /**
     * What was found of one question.
     *
     * @param perSecond of catalog-service; {@code bare} and {@code sql} of the peers
     * @param slowestMillis of catalog-service at half its peak, 99 of 100
     */
    private record Row(Question question, int bytes, double perSecond, double bare, double sql, double slowestMillis) {
        double ratioToBare() {
            return perSecond / bare;
        }
    }

    private Result measure(int stretches) throws SQLException {
        var headers = Map.of("Authorization", "Bearer " + stack.token("bench", SCOPE), "Accept-Encoding", "identity");
        var answers = new LinkedHashMap<String, byte[]>();
        for (var question : Question.ALL) {
            answers.put(question.name(), get(question.path(), headers));
        }
        var rows = new ArrayList<Row>();
        var folder = session.home().data().resolve("bench/answers");
        try (var peer = new PeerApp(
                session.home(),
                stack,
                folder,
                answers,
                json(get("/v1/stretches?limit=200", headers)).path("items"))) {
            for (var question : Question.ALL) {
                var bytes = answers.getOrDefault(question.name(), new byte[0]).length;
                rows.add(measure(question, bytes, headers, peer));
            }
        }
        return result(rows, crowd(stretches));
    }

    private Row measure(Question question, int bytes, Map<String, String> headers, PeerApp peer) {
        var own = new ArrayList<Double>();
        var bare = new ArrayList<Double>();
        var sql = new ArrayList<Double>();
        var uri = stack.baseUrl().resolve(question.path());
        // One round more than counts: the first one is for the compilers.
        for (var round = 0; round <= rounds; round++) {
            var each = List.of(
                    wrk.peak(uri, headers, CONNECTIONS, seconds).perSecond(),
                    wrk.peak(peer.uri(question.bare()), Map.of(), CONNECTIONS, seconds)
                            .perSecond(),
                    wrk.peak(peer.uri(question.sql()), Map.of(), CONNECTIONS, seconds)
                            .perSecond());
            if (round > 0) {
                own.add(each.get(0));
                bare.add(each.get(1));
                sql.add(each.get(2));
            }
        }
        var peak = median(own);
        var slowest = wrk.at(HALF * peak, uri, headers, CONNECTIONS, 2 * seconds);
        var row = new Row(question, bytes, peak, median(bare), median(sql), slowest.slowestMillis());
        session.progress()
                .say(String.format(
                        Locale.ROOT,
                        "  %-9s %,7.0f/s (bare %,.0f, sql %,.0f); at %,.0f/s 99 of 100 within %.2f ms",
                        question.name(),
                        row.perSecond(),
                        row.bare(),
                        row.sql(),
                        slowest.perSecond(),
                        row.slowestMillis()));
        return row;
    }

    /** A tenant with very many stretches. */
    private record Crowded(
            int stretches,
            double readySeconds,
            double perSecond,
            double slowestMillis,
            double atPerSecond,
            long residentMiB) {}

    private Crowded crowd(int stretches) throws SQLException {
        session.progress().say(String.format(Locale.ROOT, "A tenant with %,d stretches", stretches));
        try (var database = stack.database()) {
            Crowd.insert(database, stretches);
        }
        stack.restart();
        var headers = Map.of("Authorization", "Bearer " + stack.token(Crowd.TENANT, SCOPE));
        var began = System.nanoTime();
        Patience.until(
                Duration.ofMinutes(3),
                "all stretches of the tenant are in memory",
                () -> json(get("/v1/stretches?limit=1&fields=id", headers))
                                .path("total")
                                .asInt()
                        > stretches);
        var ready = (System.nanoTime() - began) / 1e9;
        var uri = stack.baseUrl().resolve("/v1/stretches");
        var requests = Crowd.searches();
        // For the compilers, which have more to do here than where answers are ready.
        var unused = wrk.peak(uri, headers, CONNECTIONS / 4, 4 * seconds, requests);
        var peak = wrk.peak(uri, headers, CONNECTIONS / 4, 2 * seconds, requests);
        var half = wrk.at(HALF * peak.perSecond(), uri, headers, CONNECTIONS / 4, 3 * seconds, requests);
        var crowded = new Crowded(
                stretches, ready, peak.perSecond(), half.slowestMillis(), half.perSecond(), stack.peakResidentMiB());
        session.progress()
                .say(String.format(
                        Locale.ROOT,
                        "  in memory after %.1f s; searches %,.0f/s; at %,.0f/s 99 of 100 within %.2f ms; %d MiB at most",
                        crowded.readySeconds(),
                        crowded.perSecond(),
                        crowded.atPerSecond(),
                        crowded.slowestMillis(),
                        crowded.residentMiB()));
        return crowded;
    }

    private Result result(List<Row> rows, Crowded crowded) throws SQLException {
        var figures = new LinkedHashMap<String, Object>();
        var table =
                new Table("question", "bytes", "a second", "bare", "of bare", "sql", "p99 at half, ms", "memory, MiB");
        for (var row : rows) {
            var own = new LinkedHashMap<String, Object>();
            own.put("bytes", row.bytes());
            own.put("perSecond", Math.round(row.perSecond()));
            own.put("bare", Math.round(row.bare()));
            own.put("sql", Math.round(row.sql()));
            own.put("ratioToBare", rounded(row.ratioToBare()));
            own.put("p99MillisAtHalf", row.slowestMillis());
            figures.put(row.question().name(), own);
            table.row(
                    row.question().name(),
                    row.bytes(),
                    Math.round(row.perSecond()),
                    Math.round(row.bare()),
                    rounded(row.ratioToBare()),
                    Math.round(row.sql()),
                    row.slowestMillis(),
                    "");
        }
        var many = new LinkedHashMap<String, Object>();
        many.put("stretches", crowded.stretches());
        many.put("readySeconds", rounded(crowded.readySeconds()));
        many.put("searchesPerSecond", Math.round(crowded.perSecond()));
        many.put("p99MillisAtHalf", crowded.slowestMillis());
        many.put("residentMiB", crowded.residentMiB());
        figures.put("ownStretches", many);
        table.row(
                String.format(Locale.ROOT, "search in %,d", crowded.stretches()),
                "",
                Math.round(crowded.perSecond()),
                "",
                "",
                "",
                crowded.slowestMillis(),
                crowded.residentMiB());
        try (var server = stack.server()) {
            figures.put("machine", MachineFacts.of(server));
        }
        var bars = new ArrayList<BarChart.Bar>();
        for (var row : rows) {
            bars.add(new BarChart.Bar(row.question().name(), row.perSecond()));
            bars.add(new BarChart.Bar("bare", row.bare()));
            bars.add(new BarChart.Bar("sql", row.sql()));
        }
        return new Result(
                "catalog",
                figures,
                table,
                BarChart.of("Answers a second, two cores with wrk on them", "%,.0f", bars),
                true);
    }

    private byte[] get(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(stack.baseUrl() + path)).timeout(Duration.ofMinutes(2));
        headers.forEach(request::header);
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new BenchException(path + " answers " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new BenchException(path + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted", e);
        }
    }

    private static JsonNode json(byte[] body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (IOException e) {
            throw new BenchException("An answer is no JSON", e);
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
