package io.limber.localstack;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** {@code ./limber up}: starts everything, says where it is, and stays until a signal comes. */
final class Up {

    private static final Duration WATCH = Duration.ofSeconds(1);
    private static final int MOST_RESTARTS = 5;

    private final Home home;
    private final Progress progress;

    Up(Home home, Progress progress) {
        this.home = home;
        this.progress = progress;
    }

    int run(List<String> words) throws InterruptedException {
        var arguments = Arguments.parse(words, Set.of("--only"), Set.of());
        var signals = Signals.catchAll();
        var options = StackOptions.of(home, Ports.from(System.getenv()))
                .only(Service.parseAll(arguments.get("--only", "catalog,routine,reminder")));
        progress.say("Starting Limber (data and logs in " + home.data() + ")");
        var starting = CompletableFuture.supplyAsync(() -> LocalStack.start(options, progress));
        while (!starting.isDone() && !signals.arriveWithin(Duration.ofMillis(100))) {
            // Either may come first; a signal is obeyed once everything that was begun can be ended.
        }
        try (var stack = started(starting)) {
            if (!signals.have()) {
                welcome(stack);
            }
            return watch(stack, signals);
        }
    }

    private static LocalStack started(CompletableFuture<LocalStack> starting) throws InterruptedException {
        try {
            return starting.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private int watch(LocalStack stack, Signals signals) throws InterruptedException {
        var restarts = 0;
        while (!signals.arriveWithin(WATCH)) {
            for (var service : stack.ended()) {
                if (signals.have()) {
                    // A terminal sends Ctrl-C to the services too.
                    break;
                }
                if (++restarts > MOST_RESTARTS) {
                    progress.say(
                            service.name() + " keeps ending by itself, so everything is stopped. The end of its log:\n"
                                    + service.endOfLog());
                    return 1;
                }
                progress.say(service.name() + " has ended by itself and is started again");
                stack.startAgain(service);
            }
        }
        progress.say("\nStopping Limber");
        return signals.exitCode();
    }

    private void welcome(LocalStack stack) {
        var token = TokenCommand.mint(stack.keys(), "demo", "developer", TokenCommand.ALL_SCOPES, "12h");
        progress.say("");
        for (var service : Service.values()) {
            progress.say(String.format(
                    Locale.ROOT,
                    "  %-18s %s   API: %2$s/q/swagger-ui",
                    service.moduleName(),
                    "http://localhost:" + stack.ports().of(service.port())));
        }
        var sink = "http://localhost:" + stack.ports().of(Port.SINK);
        var summary = Map.of(
                "@catalog", "http://localhost:" + stack.ports().of(Port.CATALOG),
                "@routine", "http://localhost:" + stack.ports().of(Port.ROUTINE),
                "@kafka", "127.0.0.1:" + stack.ports().of(Port.KAFKA),
                "@postgres", "127.0.0.1:" + stack.ports().of(Port.POSTGRES),
                "@sink", sink,
                "@logs", home.logs().toString(),
                "@token", token);
        var text = TEXT;
        for (var word : summary.entrySet()) {
            text = text.replace(word.getKey(), word.getValue());
        }
        progress.say(text);
    }

    private static final String TEXT = """
              mails received     @sink/mails
              webhooks received  @sink/hooks   (send them to @sink/hooks/anything)
              Kafka              @kafka
              PostgreSQL         @postgres
              logs               @logs

            A token of tenant demo, good for 12 hours (another: ./limber token --tenant NAME --scope "..." --ttl 1h):

            export TOKEN=@token

            Try:

            curl -s -H "Authorization: Bearer $TOKEN" '@catalog/v1/stretches?region=lower-back'
            curl -s -H "Authorization: Bearer $TOKEN" @catalog/v1/stretches/cat-cow
            curl -s -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -X PUT @routine/v1/people/p-1 \\
              -d '{"zone":"Europe/Berlin","locale":"en","exclusions":[]}'

            The whole job, step by step: ./limber demo (in another terminal). Ctrl-C stops everything.""";
}
