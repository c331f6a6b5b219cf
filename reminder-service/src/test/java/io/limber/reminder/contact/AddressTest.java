package io.limber.reminder.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limber.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "ada@example.com, ada@example.com",
        "'  ada@example.com ', ada@example.com",
        "Ada.Lovelace+limber@Example.COM, Ada.Lovelace+limber@example.com",
        "o'hara@mail.example.co.uk, o'hara@mail.example.co.uk",
        "x@localhost, x@localhost",
        "x@bücher.example, x@xn--bcher-kva.example"
    })
    void takesWhatMailServersTake(String text, String value) {
        assertThat(Address.of(Channel.EMAIL, text).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "@example.com",
                "ada@",
                "ada@-example.com",
                "ada@example..com",
                ".ada@example.com",
                "ada.@example.com",
                "a b@example.com",
                "ada@exam ple.com",
                "ada@example.com\r\nBcc: eve@example.com",
                "ada@example.com, eve@example.com",
                "Ada <ada@example.com>",
                "\"ada\"@example.com",
                "ada@[127.0.0.1]",
                "0123456789012345678901234567890123456789012345678901234567890123456789@example.com"
            })
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> Address.of(Channel.EMAIL, text)).isInstanceOf(ProblemException.class);
    }

    @Test
    void doesNotShowItself() {
        assertThat(Address.of(Channel.EMAIL, "ada@example.com")).asString().doesNotContain("ada", "example");
        assertThat(new AddContactPoint("p", Channel.EMAIL, "ada@example.com", "en"))
                .asString()
                .doesNotContain("ada", "example");
    }
}
