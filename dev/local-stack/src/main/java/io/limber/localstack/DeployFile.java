package io.limber.localstack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Files that the deployment by compose and the images use too. */
final class DeployFile {

    private DeployFile() {}

    /** @param path below {@code deploy}, as in {@code postgres/service-database.sql} */
    static String read(String path) {
        var resource = "/deploy/" + path;
        try (InputStream in = Objects.requireNonNull(DeployFile.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
