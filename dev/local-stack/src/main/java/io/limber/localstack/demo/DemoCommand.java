package io.limber.localstack.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limber.localstack.Arguments;
import io.limber.localstack.Home;
import io.limber.localstack.LocalStack;
import io.limber.localstack.Ports;
import io.limber.localstack.RunFile;
import io.limber.localstack.Signals;
import io.limber.localstack.StackOptions;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * {@code ./limber demo [--json]}: on the running stack, or on one that is started for it and stopped after it. Standard output has
 * the progress, or with {@code --json} one JSON object and nothing beside it.
 */
public final class DemoCommand {

    private final Home home;

    public DemoCommand(Home home) {
        this.home = home;
    }

    public int run(List<String> words) throws InterruptedException {
        var json = Arguments.parse(words, Set.of(), Set.of("--json")).has("--json");
        var progress = json ? System.err : System.out;
        var signals = Signals.catchAll();
        var running = RunFile.read(home.runFile()).filter(RunFile::isRunning);
        if (running.isPresent()) {
            return play(running.get(), progress, json, signals);
        }
        progress.println("Starting a stack for the demo (data and logs in " + home.data() + ")");
        try (var stack = LocalStack.start(StackOptions.of(home, Ports.from(System.getenv())), progress::println)) {
            if (signals.have()) {
                return signals.exitCode();
            }
            return play(stack.describe(), progress, json, signals);
        }
    }

    private int play(RunFile run, PrintStream progress, boolean json, Signals signals) throws InterruptedException {
        var began = System.nanoTime();
        var demo = new Demo(home, run, new Story(progress::println));
        var playing = CompletableFuture.supplyAsync(demo::play);
        while (!playing.isDone()) {
            if (signals.arriveWithin(Duration.ofMillis(50))) {
                progress.println("Stopped.");
                return signals.exitCode();
            }
        }
        try {
            var result = playing.get();
            result.put("seconds", Math.round((System.nanoTime() - began) / 1e8) / 10.0);
            show(result, json);
            return 0;
        } catch (ExecutionException e) {
            progress.println(
                    e.getCause() instanceof Story.StepFailed || e.getCause() instanceof NotObserved
                            ? e.getCause().getMessage()
                            : String.valueOf(e.getCause()));
            return 1;
        }
    }

    private static void show(Map<String, Object> result, boolean json) {
        if (json) {
            try {
                System.out.println(
                        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(result));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
            return;
        }
        System.out.println();
        result.forEach((key, value) -> System.out.println("  " + key + ": " + value));
        System.out.println("\nEvery step was observed from outside the services.");
    }
}
