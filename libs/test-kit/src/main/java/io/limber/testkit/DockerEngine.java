package io.limber.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks a Docker engine, in milliseconds and over its own socket, whether it can run an image. Testcontainers would find out as well,
 * but takes seconds to find no engine and minutes to find that an image cannot be fetched.
 */
final class DockerEngine {

    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final SocketAddress address;

    private DockerEngine(SocketAddress address) {
        this.address = address;
    }

    /** The engine named by {@code DOCKER_HOST} or listening at a usual place, when it answers. */
    static Optional<DockerEngine> find() {
        return candidates()
                .map(DockerEngine::new)
                .filter(engine -> engine.status("GET", "/_ping") == 200)
                .findFirst();
    }

    /** Whether the image is there or can be fetched; gives up on a fetch that stays silent. */
    boolean has(String image) {
        if (status("GET", "/images/" + image + "/json") == 200) {
            return true;
        }
        System.out.println("Limber tests: fetching " + image);
        var colon = image.lastIndexOf(':');
        var query = "fromImage=" + encode(image.substring(0, colon)) + "&tag=" + encode(image.substring(colon + 1));
        return status("POST", "/images/create?" + query) == 200 && status("GET", "/images/" + image + "/json") == 200;
    }

    private static Stream<SocketAddress> candidates() {
        var host = System.getenv("DOCKER_HOST");
        if (host != null) {
            return Stream.of(address(URI.create(host)));
        }
        var runtime = System.getenv().getOrDefault("XDG_RUNTIME_DIR", "/nonexistent");
        return Stream.of(
                        Path.of("/var/run/docker.sock"),
                        Path.of(runtime, "docker.sock"),
                        Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"))
                .filter(Files::exists)
                .map(UnixDomainSocketAddress::of);
    }

    private static SocketAddress address(URI host) {
        return "unix".equals(host.getScheme())
                ? UnixDomainSocketAddress.of(host.getPath())
                : new InetSocketAddress(host.getHost(), host.getPort() < 0 ? 2375 : host.getPort());
    }

    /** Status of the answer once it is complete; 0 when there is none. */
    private int status(String method, String path) {
        try (var channel = open();
                var selector = Selector.open()) {
            channel.connect(address);
            channel.write(StandardCharsets.US_ASCII.encode(
                    method + " " + path + " HTTP/1.0\r\nHost: docker\r\nContent-Length: 0\r\n\r\n"));
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            return status(readAll(channel, selector));
        } catch (IOException | UnsupportedOperationException e) {
            return 0;
        }
    }

    private SocketChannel open() throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    private static String readAll(SocketChannel channel, Selector selector) throws IOException {
        var answer = new StringBuilder();
        var buffer = ByteBuffer.allocate(8192);
        while (true) {
            selector.selectedKeys().clear();
            if (selector.select(SILENCE.toMillis()) == 0) {
                throw new IOException("silent");
            }
            if (channel.read(buffer) < 0) {
                return answer.toString();
            }
            answer.append(StandardCharsets.UTF_8.decode(buffer.flip()));
            buffer.clear();
        }
    }

    private static int status(String answer) {
        var parts = answer.split(" ", 3);
        return parts.length < 2 ? 0 : Integer.parseInt(parts[1].strip());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
