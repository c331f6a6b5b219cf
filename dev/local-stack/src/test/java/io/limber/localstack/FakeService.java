package io.limber.localstack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Stands in for a packaged service: says it is ready, or ends at once when told so. */
public final class FakeService {

    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        var port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        if (System.getenv("FAKE_ENDS") != null) {
            System.out.println("the database said no");
            System.exit(3);
        }
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 10);
        server.createContext("/q/health/ready", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
    }

    /** A runnable jar with this class. */
    static Path jar(Path directory) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        var name = FakeService.class.getName().replace('.', '/') + ".class";
        var jar = directory.resolve("fake-service.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = FakeService.class.getResourceAsStream("/" + name)) {
            out.putNextEntry(new JarEntry(name));
            if (in != null) {
                in.transferTo(out);
            }
            out.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }
}
