package io.limber.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Keys and passwords of this stack: made once, kept in files that only their owner reads, the same at each start. */
public final class Keys {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;

    public Keys(Path directory) {
        this.directory = directory;
    }

    /** Signs tokens; the services get its public half. */
    public TokenMint tokens() {
        var secret = read("token-private-key", () -> new TokenMint(TokenMint.newKeys()).privateKey());
        return new TokenMint(TokenMint.readPrivateKey(secret));
    }

    /** Base64 of 32 bytes that sign the links in messages. */
    public String links() {
        return read("links-key", Keys::randomKey);
    }

    /** Base64 of 32 bytes that encrypt webhook secrets in the database. */
    public String secrets() {
        return read("secrets-key", Keys::randomKey);
    }

    public ServicePasswords passwords(String service) {
        return new ServicePasswords(password(service, "owner"), password(service, "app"), password(service, "loop"));
    }

    private String password(String service, String role) {
        return read("database-" + service + "-" + role, Keys::randomPassword);
    }

    private synchronized String read(String name, Supplier<String> maker) {
        try {
            var file = directory.resolve(name);
            if (!Files.exists(file)) {
                write(file, maker.get());
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep secrets in " + directory, e);
        }
    }

    private void write(Path file, String content) throws IOException {
        var posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(directory);
        if (posix) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
        // Written beside and moved: a start that is killed here leaves no half of a key.
        var fresh = posix
                ? Files.createTempFile(
                        directory,
                        ".new-",
                        "",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(directory, ".new-", "");
        Files.writeString(fresh, content + "\n");
        Files.move(fresh, file);
    }

    private static String randomKey() {
        return Base64.getEncoder().encodeToString(randomBytes(32));
    }

    private static String randomPassword() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(randomBytes(18));
    }

    private static byte[] randomBytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
