package io.limber.testkit;

import io.limber.localstack.DatabaseScript;
import io.limber.localstack.ServicePasswords;
import java.io.File;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * One PostgreSQL and one Kafka for all tests of a JVM, started at first use and ended with the JVM.
 *
 * <p>Quarkus loads test classes and test resources in several class loaders, some of which it closes between test profiles. So the
 * servers live in a loader of their own that nothing closes, kept by a parked thread through which every other loader finds it.
 */
public final class TestStack {

    /** Password of every role of every service in tests. */
    public static final String PASSWORD = "limber-test";

    private static final String THREAD = "limber-test-stack";

    // An interned string is the one lock all class loaders share.
    private static final String LOCK = "io.limber.testkit.TestStack".intern();

    private TestStack() {}

    /** Creates {@code limber_<service>} and its three roles, when they are not there yet in this JVM's PostgreSQL. */
    public static void createServiceDatabase(String service) {
        new DatabaseScript(TestStack::adminUrl).createServiceDatabase(service, ServicePasswords.same(PASSWORD));
    }

    public static String adminUrl(String database) {
        return (String) call("adminUrl", database);
    }

    public static String jdbcUrl(String database) {
        return (String) call("jdbcUrl", database);
    }

    public static String bootstrapServers() {
        return (String) call("bootstrapServers");
    }

    /** Ends all connections and brings the server back on the same data and port. */
    public static void restartPostgres() {
        var unused = call("restartPostgres");
    }

    public static void stopKafka() {
        var unused = call("stopKafka");
    }

    /** Starts the broker again after {@link #stopKafka()}, on the same data and port. */
    public static void startKafka() {
        var unused = call("startKafka");
    }

    private static Object call(String method, String... arguments) {
        synchronized (LOCK) {
            var loader = findLoader();
            return invoke(loader, method, arguments);
        }
    }

    private static ClassLoader findLoader() {
        for (var thread : Thread.getAllStackTraces().keySet()) {
            var loader = thread.getContextClassLoader();
            if (thread.getName().equals(THREAD) && loader != null) {
                return loader;
            }
        }
        return startHost();
    }

    private static ClassLoader startHost() {
        var loader = new URLClassLoader("limber-test-stack", classPath(), ClassLoader.getPlatformClassLoader());
        var started = new CompletableFuture<ClassLoader>();
        var keeper = new Thread(
                () -> {
                    try {
                        var unused = invoke(loader, "start");
                        started.complete(loader);
                    } catch (RuntimeException | Error e) {
                        started.completeExceptionally(e);
                        return;
                    }
                    park();
                },
                THREAD);
        keeper.setDaemon(true);
        keeper.setContextClassLoader(loader);
        keeper.start();
        return started.join();
    }

    private static Object invoke(ClassLoader loader, String method, String... arguments) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            var types = new Class<?>[arguments.length];
            Arrays.fill(types, String.class);
            var target = loader.loadClass("io.limber.testkit.StackHost").getDeclaredMethod(method, types);
            target.setAccessible(true);
            var answer = target.invoke(null, (Object[]) arguments);
            return answer == null ? "" : answer;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The test stack failed: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void park() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(TestStack::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
