package io.limber.localstack;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a running stack takes.
 *
 * @param residentMiB by process name; the launcher's includes Kafka and the sinks, PostgreSQL's all its processes
 * @param startSeconds by service name, from process start to the first ready answer
 */
public record Footprint(Map<String, Long> residentMiB, Map<String, Double> startSeconds) {

    public static Footprint of(Home home, RunFile run) {
        var resident = new LinkedHashMap<String, Long>();
        var seconds = new LinkedHashMap<String, Double>();
        run.launcher()
                .running()
                .ifPresent(process -> resident.put("kafka-and-sinks", Resident.mebibytes(process.pid())));
        PostgresProcess.ofDataDirectory(PostgresServer.dataDirectory(home.postgres()))
                .ifPresent(pid -> resident.put("postgresql", Resident.treeMebibytes(pid)));
        for (var service : run.services()) {
            service.running().ifPresent(process -> resident.put(service.name(), Resident.mebibytes(process.pid())));
            seconds.put(service.name(), Math.round(service.startSeconds() * 100) / 100.0);
        }
        return new Footprint(resident, seconds);
    }

    public long totalMiB() {
        return residentMiB.values().stream().mapToLong(Long::longValue).sum();
    }
}
