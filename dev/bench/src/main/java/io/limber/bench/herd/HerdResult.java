package io.limber.bench.herd;

import io.limber.bench.firing.Firing;
import io.limber.bench.peer.PeerKind;
import io.limber.bench.peer.PeerRun;
import io.limber.bench.report.BarChart;
import io.limber.bench.report.Result;
import io.limber.bench.report.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a herd and its peers into figures, a table and a plot. */
final class HerdResult {

    private final HerdOptions options;
    private final Firing.Fired fired;
    private final long residentMiB;
    private final List<PeerRun.Measured> peers;

    HerdResult(HerdOptions options, Firing.Fired fired, long residentMiB, List<PeerRun.Measured> peers) {
        this.options = options;
        this.fired = fired;
        this.residentMiB = residentMiB;
        this.peers = peers;
    }

    Result with(Map<String, Object> machine) {
        return new Result(
                "herd", figures(machine), table(), plot(), fired.findings().exactlyOnce());
    }

    private Map<String, Object> figures(Map<String, Object> machine) {
        var findings = fired.findings();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("reminders", options.reminders());
        figures.put("emittedPerSecond", Math.round(fired.perSecond()));
        figures.put("seconds", fired.seconds());
        figures.put("lateness", findings.lateness().json());
        figures.put("lost", findings.lost());
        figures.put("duplicates", findings.duplicates());
        figures.put("wrong", findings.wrong());
        figures.put("residentMiB", residentMiB);
        var rates = new LinkedHashMap<String, Long>();
        peers.forEach(peer -> rates.put(peer.kind().word(), Math.round(peer.perSecond())));
        figures.put("peers", rates);
        putRatio(figures, "ratioToDbScheduler", PeerKind.DB_SCHEDULER);
        putRatio(figures, "ratioToSql", PeerKind.SQL);
        figures.put("cadences", options.cadences());
        figures.put("replicas", options.replicas());
        figures.put("machine", machine);
        return figures;
    }

    private void putRatio(Map<String, Object> figures, String key, PeerKind kind) {
        figures.put(key, ratio(kind));
    }

    /** How many times the peer's rate ours is; null when it was not measured. */
    private @Nullable Double ratio(PeerKind kind) {
        return peers.stream()
                .filter(peer -> peer.kind() == kind)
                .findFirst()
                .map(peer -> Math.round(fired.perSecond() / peer.perSecond() * 10) / 10.0)
                .orElse(null);
    }

    private Table table() {
        var lateness = fired.findings().lateness();
        var table = new Table("", "per second", "reminders", "seconds", "p50 ms", "p99 ms", "max ms", "Limber is")
                .row(
                        "Limber",
                        Math.round(fired.perSecond()),
                        lateness.count(),
                        fired.seconds(),
                        lateness.percentile(50),
                        lateness.percentile(99),
                        lateness.max(),
                        "");
        for (var peer : peers) {
            table.row(
                    peer.kind().word(),
                    Math.round(peer.perSecond()),
                    peer.reminders(),
                    peer.seconds(),
                    "",
                    "",
                    "",
                    ratio(peer.kind()) + " ×");
        }
        return table;
    }

    private String plot() {
        var bars = new ArrayList<BarChart.Bar>();
        bars.add(new BarChart.Bar("Limber", fired.perSecond()));
        peers.forEach(peer -> bars.add(new BarChart.Bar(peer.kind().word(), peer.perSecond())));
        return BarChart.of(
                "%,d reminders due at one instant: records on Kafka per second".formatted(options.reminders()),
                "%,.0f",
                bars);
    }
}
