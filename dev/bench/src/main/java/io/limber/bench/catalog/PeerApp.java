package io.limber.bench.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import io.limber.bench.stack.BenchException;
import io.limber.bench.stack.BenchStack;
import io.limber.localstack.FreePort;
import io.limber.localstack.Home;
import io.limber.localstack.Service;
import io.limber.localstack.ServiceJvm;
import io.limber.localstack.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.postgresql.ds.PGSimpleDataSource;

/** The peers: one process with the same Java, the same pool size and a database of its own on the same server. */
final class PeerApp implements AutoCloseable {

    private static final String DATABASE = "bench_peers";
    private static final String TABLE = """
            CREATE TABLE stretch_view (
                id text PRIMARY KEY, kind text NOT NULL, regions text[] NOT NULL, view jsonb NOT NULL, words tsvector NOT NULL);
            CREATE INDEX stretch_regions ON stretch_view USING gin (regions);
            CREATE INDEX stretch_words ON stretch_view USING gin (words);
            """;
    private static final String ROW = """
            INSERT INTO stretch_view (id, kind, regions, view, words)
            VALUES (?, ?, ?, ?::jsonb, to_tsvector('english', ?))""";

    private final ServiceProcess process;

    /**
     * @param answers by the name of the question: what the bare peer sends
     * @param stretches what the peer with the database has
     */
    PeerApp(Home home, BenchStack stack, Path folder, Map<String, byte[]> answers, JsonNode stretches)
            throws SQLException {
        fill(stack, stretches);
        try {
            Files.createDirectories(folder);
            for (var answer : answers.entrySet()) {
                Files.write(folder.resolve(answer.getKey() + ".json"), answer.getValue());
            }
        } catch (IOException e) {
            throw new BenchException("The answers cannot be written", e);
        }
        var port = FreePort.any();
        process = new ServiceProcess(
                "bench-peers",
                home.project().resolve("dev/bench-peers/target/quarkus-app/quarkus-run.jar"),
                port,
                Map.of(
                        "QUARKUS_HTTP_PORT",
                        Integer.toString(port),
                        "QUARKUS_HTTP_HOST",
                        "127.0.0.1",
                        "PEERS_ANSWERS",
                        folder.toString(),
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        stack.databaseUrl(DATABASE).replaceAll("\\?.*", ""),
                        "QUARKUS_DATASOURCE_USERNAME",
                        "postgres",
                        "QUARKUS_DATASOURCE_PASSWORD",
                        "postgres"),
                home.logs().resolve("bench-peers.log"),
                ServiceJvm.asInImages(Service.CATALOG));
        process.start(Duration.ofSeconds(60));
    }

    URI uri(String path) {
        return process.baseUrl().resolve(path);
    }

    private static void fill(BenchStack stack, JsonNode stretches) throws SQLException {
        try (var server = stack.server();
                var statement = server.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + DATABASE);
            statement.execute("CREATE DATABASE " + DATABASE);
        }
        var source = new PGSimpleDataSource();
        source.setURL(stack.databaseUrl(DATABASE));
        try (Connection connection = source.getConnection();
                var table = connection.createStatement()) {
            table.execute(TABLE);
            try (var row = connection.prepareStatement(ROW)) {
                for (var stretch : stretches) {
                    row.setString(1, stretch.path("id").asText());
                    row.setString(2, stretch.path("kind").asText());
                    row.setArray(
                            3,
                            connection.createArrayOf(
                                    "text",
                                    StreamSupport.stream(stretch.path("regions").spliterator(), false)
                                            .map(JsonNode::asText)
                                            .toArray()));
                    row.setString(4, stretch.toString());
                    row.setString(
                            5,
                            stretch.path("name").asText() + " " + stretch.path("aliases") + " "
                                    + stretch.path("summary").asText() + " " + stretch.path("steps"));
                    row.addBatch();
                }
                row.executeBatch();
            }
            table.execute("ANALYZE stretch_view");
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
