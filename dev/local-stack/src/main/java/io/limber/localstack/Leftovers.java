package io.limber.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what a killed stack left running, and nothing else. */
final class Leftovers {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Home home;

    Leftovers(Home home) {
        this.home = home;
    }

    /** Names of what was ended; empty when the last stack ended in order. */
    List<String> clean() {
        var ended = new ArrayList<String>();
        RunFile.read(home.runFile()).ifPresent(run -> {
            if (run.isRunning()) {
                throw new StackException("Limber is already running from this folder (process "
                        + run.launcher().pid() + "). Stop it with Ctrl-C there or: kill "
                        + run.launcher().pid());
            }
            for (var service : run.services()) {
                service.running().ifPresent(process -> {
                    end(process);
                    ended.add(service.name() + " (process " + process.pid() + ")");
                });
            }
        });
        var data = PostgresServer.dataDirectory(home.postgres());
        PostgresProcess.ofDataDirectory(data).ifPresent(pid -> {
            ProcessHandle.of(pid).ifPresent(Leftovers::endPostgres);
            ended.add("PostgreSQL (process " + pid + ")");
        });
        forget();
        return ended;
    }

    void forget() {
        try {
            Files.deleteIfExists(home.runFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        if (!endsInTime(process)) {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private static void endPostgres(ProcessHandle postmaster) {
        // SIGTERM lets it write everything out once its clients, just ended, are gone.
        postmaster.destroy();
        if (!endsInTime(postmaster)) {
            PostgresProcess.killTree(postmaster.pid());
        }
    }

    private static boolean endsInTime(ProcessHandle process) {
        try {
            process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
