package io.limber.localstack;

import java.util.Locale;

/** {@code ./limber status}: what runs from this folder, since when ready, and how much memory it holds. */
final class StatusCommand {

    private StatusCommand() {}

    static int run(Home home) {
        var run = RunFile.read(home.runFile()).filter(RunFile::isRunning);
        if (run.isEmpty()) {
            System.out.println("Limber is not running from this folder.");
            return 3;
        }
        var memory = Footprint.of(home, run.get());
        memory.residentMiB()
                .forEach((name, mebibytes) ->
                        System.out.printf(Locale.ROOT, "%-18s %5d MiB resident%n", name, mebibytes));
        System.out.printf(Locale.ROOT, "%-18s %5d MiB resident%n", "in total", memory.totalMiB());
        return 0;
    }
}
