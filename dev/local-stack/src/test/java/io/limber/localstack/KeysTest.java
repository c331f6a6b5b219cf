package io.limber.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {

    @TempDir
    Path directory = Path.of("");

    @Test
    void areMadeOnceAndTheSameAtTheNextStart() {
        var first = new Keys(directory.resolve("secrets"));
        var second = new Keys(directory.resolve("secrets"));

        assertThat(second.links()).isEqualTo(first.links());
        assertThat(second.secrets()).isEqualTo(first.secrets()).isNotEqualTo(first.links());
        assertThat(second.passwords("catalog")).isEqualTo(first.passwords("catalog"));
        assertThat(second.tokens().publicKey()).isEqualTo(first.tokens().publicKey());
    }

    @Test
    void keysAreThirtyTwoBytesAndRolesHaveOwnPasswords() {
        var keys = new Keys(directory.resolve("secrets"));
        var passwords = keys.passwords("routine");

        assertThat(Base64.getDecoder().decode(keys.links())).hasSize(32);
        assertThat(Base64.getDecoder().decode(keys.secrets())).hasSize(32);
        assertThat(passwords.owner()).isNotEqualTo(passwords.app()).isNotEqualTo(passwords.loop());
        assertThat(passwords.toString()).doesNotContain(passwords.app());
    }

    @Test
    void filesAreTheirOwnersAlone() throws IOException {
        var keys = new Keys(directory.resolve("secrets"));

        assertThat(keys.links()).isNotEmpty();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("secrets"))))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                        directory.resolve("secrets").resolve("links-key"))))
                .isEqualTo("rw-------");
    }
}
