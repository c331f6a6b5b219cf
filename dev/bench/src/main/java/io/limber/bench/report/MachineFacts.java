package io.limber.bench.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.AppInfoParser;

/** What a measurement ran on: without it a figure says nothing. */
public final class MachineFacts {

    private static final List<String> SETTINGS = List.of(
            "server_version",
            "fsync",
            "synchronous_commit",
            "full_page_writes",
            "wal_sync_method",
            "shared_buffers",
            "max_wal_size",
            "max_connections");

    private MachineFacts() {}

    /** @param server the PostgreSQL server of the run */
    public static Map<String, Object> of(Connection server) throws SQLException {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("cpu", first(Path.of("/proc/cpuinfo"), "model name"));
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("memory", first(Path.of("/proc/meminfo"), "MemTotal"));
        facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("jdk", System.getProperty("java.runtime.version"));
        facts.put("postgresql", settings(server));
        facts.put(
                "kafka",
                "Kafka " + AppInfoParser.getVersion() + ", one broker, replication 1, acks=all, 16 partitions");
        facts.put("where", "PostgreSQL, Kafka, the service and the measurement share this machine");
        return facts;
    }

    private static Map<String, String> settings(Connection server) throws SQLException {
        var settings = new LinkedHashMap<String, String>();
        for (var name : SETTINGS) {
            try (var statement = server.createStatement();
                    var row = statement.executeQuery("SHOW " + name)) {
                row.next();
                settings.put(name, row.getString(1));
            }
        }
        return settings;
    }

    private static String first(Path file, String key) {
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
