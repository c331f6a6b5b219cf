package io.limber.localstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The whole of Limber on this machine: PostgreSQL as its own processes, Kafka and the sinks inside this one, the services as one
 * process each. Closing it ends everything it started, services first, and nothing else.
 */
public final class LocalStack implements AutoCloseable {

    private static final Duration SERVICE_LIMIT = Duration.ofSeconds(90);

    private final StackOptions options;
    private final Progress progress;
    private final Keys keys;
    private final ServiceEnvironment environments;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private RunFile run;

    private LocalStack(StackOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
        this.keys = new Keys(options.home().secrets());
        this.environments = new ServiceEnvironment(options.ports(), keys);
        this.run = new RunFile(
                RunFile.Entry.of("launcher", ProcessHandle.current(), 0),
                List.of(),
                options.home().postgres().toString(),
                portNumbers(options.ports()));
    }

    /** Starts everything and waits until it is ready. What was started is ended again when a part fails. */
    public static LocalStack start(StackOptions options, Progress progress) {
        var ended = new Leftovers(options.home()).clean();
        if (!ended.isEmpty()) {
            progress.say("Ended what a killed stack had left: " + String.join(", ", ended));
        }
        if (options.fresh()) {
            options.home().forget();
        }
        options.ports().requireFree();
        var stack = new LocalStack(options, progress);
        try {
            stack.start();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    public PostgresServer postgres() {
        return require(PostgresServer.class);
    }

    public KafkaBroker kafka() {
        return require(KafkaBroker.class);
    }

    public SinkServer sinks() {
        return require(SinkServer.class);
    }

    public ServiceProcess service(Service service) {
        return Objects.requireNonNull(services.get(service), () -> service + " is not part of this stack");
    }

    public Keys keys() {
        return keys;
    }

    public Ports ports() {
        return options.ports();
    }

    /** One more process of a service on a free port, for tests of two replicas. The stack ends it too. */
    public ServiceProcess startReplica(Service service) {
        var port = FreePort.any();
        var replica = process(service, service.moduleName() + "-" + port, port);
        startService(replica);
        return replica;
    }

    /** What runs, as the other commands read it. */
    public RunFile describe() {
        return run;
    }

    /** Services that ended by themselves. */
    List<ServiceProcess> ended() {
        return services.values().stream().filter(service -> !service.isAlive()).toList();
    }

    /** Starts a service of this stack again. */
    void startAgain(ServiceProcess service) {
        service.launch();
        // Written down before it is ready: a launcher killed meanwhile must not leave it unknown.
        note(service);
        service.start(SERVICE_LIMIT);
        note(service);
    }

    @Override
    public void close() {
        // Side by side, while what they write to still runs.
        started.stream()
                .filter(ServiceProcess.class::isInstance)
                .map(ServiceProcess.class::cast)
                .forEach(ServiceProcess::askToStop);
        while (!started.isEmpty()) {
            var last = started.pop();
            try {
                last.close();
            } catch (Exception e) {
                progress.say("Could not end " + last.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
        new Leftovers(options.home()).forget();
        if (options.fresh()) {
            options.home().forget();
        }
    }

    private void start() {
        var home = options.home();
        run.write(home.runFile());
        var postgres = timed("PostgreSQL", () -> PostgresServer.start(postgresConfig()));
        for (var service : options.services()) {
            postgres.createServiceDatabase(service.word(), keys.passwords(service.word()));
        }
        var kafka =
                timed("Kafka", () -> KafkaBroker.start(home.kafka(), port(Port.KAFKA), port(Port.KAFKA_CONTROLLER)));
        var sinks = timed("Mail and webhook sinks", () -> SinkServer.start(port(Port.SINK), port(Port.SMTP)));
        Objects.requireNonNull(kafka);
        Objects.requireNonNull(sinks);
        for (var service : options.services()) {
            var process = process(service, service.moduleName(), port(service.port()));
            services.put(service, process);
            startService(process);
        }
    }

    private <T extends AutoCloseable> T timed(String what, Supplier<T> starter) {
        var began = System.nanoTime();
        var part = starter.get();
        started.push(part);
        progress.say(line(what, (System.nanoTime() - began) / 1e9));
        return part;
    }

    private void startService(ServiceProcess process) {
        started.push(process);
        startAgain(process);
        progress.say(line(process.name(), process.startSeconds()));
    }

    private void note(ServiceProcess process) {
        process.handle().ifPresent(handle -> {
            run = run.with(RunFile.Entry.of(process.name(), handle, process.startSeconds()));
            run.write(options.home().runFile());
        });
    }

    private ServiceProcess process(Service service, String name, int port) {
        var environment = new HashMap<>(environments.of(service, port));
        environment.putAll(options.extra().getOrDefault(service, Map.of()));
        Path log = options.home().logs().resolve(name + ".log");
        var jvm = options.asInImages() ? ServiceJvm.asInImages(service) : ServiceJvm.quickStart();
        return new ServiceProcess(name, service.runnableJar(options.home()), port, environment, log, jvm);
    }

    private PostgresConfig postgresConfig() {
        var kept = PostgresConfig.keptIn(options.home().postgres(), port(Port.POSTGRES));
        return options.asInImages() ? kept.asInCompose() : kept;
    }

    private int port(Port port) {
        return options.ports().of(port);
    }

    private <T> T require(Class<T> type) {
        return new ArrayList<>(started)
                .stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
    }

    private static Map<String, Integer> portNumbers(Ports ports) {
        var numbers = new HashMap<String, Integer>();
        for (var port : Port.values()) {
            numbers.put(port.name(), ports.of(port));
        }
        return Map.copyOf(numbers);
    }

    private static String line(String what, double seconds) {
        return String.format(Locale.ROOT, "  %-24s ready after %4.1f s", what, seconds);
    }
}
