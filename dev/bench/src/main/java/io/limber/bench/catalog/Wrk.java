package io.limber.bench.catalog;

import io.limber.bench.stack.BenchException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Load by Debian's {@code wrk}. It sends a request when the one before is answered; held to a rate below the peak by pauses of
 * random length, it shows how long an answer takes that does not stand in a queue of our making.
 */
final class Wrk {

    private static final int THREADS = 1;
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern SLOWEST = Pattern.compile("\\s99%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern FAILED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");
    private static final Pattern BROKEN = Pattern.compile("Socket errors: (.*)");

    private final Path folder;

    Wrk(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            new ProcessBuilder("wrk", "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new BenchException("This benchmark needs wrk (Debian, Ubuntu: apt install wrk)", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted", e);
        }
    }

    /**
     * @param perSecond answers a second
     * @param slowestMillis 99 of 100 answers took at most so long, in milliseconds
     */
    record Measured(double perSecond, double slowestMillis) {}

    /** As fast as it answers. */
    Measured peak(URI uri, Map<String, String> headers, int connections, int seconds) {
        return run(uri, headers, connections, seconds, "");
    }

    /** At about so many requests a second. */
    Measured at(double perSecond, URI uri, Map<String, String> headers, int connections, int seconds) {
        var pause = Math.max(1, Math.round(2000.0 * connections / perSecond));
        return run(
                uri,
                headers,
                connections,
                seconds,
                "function delay() return math.random(0, %d) end\n".formatted(pause));
    }

    /** The same with a Lua script that makes the requests. */
    Measured at(double perSecond, URI uri, Map<String, String> headers, int connections, int seconds, String requests) {
        var pause = Math.max(1, Math.round(2000.0 * connections / perSecond));
        return run(
                uri,
                headers,
                connections,
                seconds,
                requests + "function delay() return math.random(0, %d) end\n".formatted(pause));
    }

    Measured peak(URI uri, Map<String, String> headers, int connections, int seconds, String requests) {
        return run(uri, headers, connections, seconds, requests);
    }

    private Measured run(URI uri, Map<String, String> headers, int connections, int seconds, String script) {
        var command = new ArrayList<>(List.of(
                "wrk", "--latency", "-t" + THREADS, "-c" + connections, "-d" + seconds + "s", "--timeout", "10s"));
        headers.forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
        try {
            if (!script.isEmpty()) {
                var file = folder.resolve("wrk.lua");
                Files.writeString(file, script);
                command.addAll(List.of("-s", file.toString()));
            }
            command.add(uri.toString());
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new BenchException("wrk failed: " + said);
            }
            return read(said);
        } catch (IOException e) {
            throw new BenchException("wrk cannot be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("Interrupted", e);
        }
    }

    /** @throws BenchException when an answer was an error: a rate of errors says nothing */
    static Measured read(String said) {
        var failed = FAILED.matcher(said);
        var broken = BROKEN.matcher(said);
        if (failed.find() || broken.find()) {
            throw new BenchException("Requests failed: " + said.strip());
        }
        return new Measured(Double.parseDouble(find(RATE, said).group(1)), millis(find(SLOWEST, said)));
    }

    private static double millis(Matcher time) {
        var number = Double.parseDouble(time.group(1));
        return switch (time.group(2).toLowerCase(Locale.ROOT)) {
            case "us" -> number / 1000;
            case "ms" -> number;
            default -> number * 1000;
        };
    }

    private static Matcher find(Pattern pattern, String said) {
        var matcher = pattern.matcher(said);
        if (!matcher.find()) {
            throw new BenchException("wrk said something else than expected: " + said.strip());
        }
        return matcher;
    }
}
