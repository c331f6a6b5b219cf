package io.limber.reminder.webhook.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointUrlTest {
    private static final Set<String> ALLOWED = Set.of("sink.internal", "127.0.0.1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "https://example.com:8443/hooks?a=b",
                "HTTPS://Example.com/x",
                "https://1.1.1.1/x",
                "https://[2606:4700::1111]/x",
                "http://sink.internal/x",
                "http://127.0.0.1:9000/x"
            })
    void takesPublicHttpsAndAllowedHosts(String url) {
        assertThat(EndpointUrl.check(url, ALLOWED)).isInstanceOf(EndpointUrl.Verdict.Fine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "ftp://example.com",
                "file:///etc/passwd",
                "http://example.com",
                "http://127.0.0.2/",
                "https://127.0.0.2/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[fd00:ec2::254]/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://user:pass@example.com/",
                "https://example.com@127.0.0.2/",
                "https://example.com/#x",
                "https://example.com:0/",
                "https://example.com:70000/",
                "https://exa mple.com/",
                "https://example.com/\r\nX: y"
            })
    void refusesTheRest(String url) {
        assertThat(EndpointUrl.check(url, ALLOWED)).isInstanceOf(EndpointUrl.Verdict.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com, 443, /",
        "https://example.com:8443/a%20b?c=d%26, 8443, /a%20b?c=d%26",
        "http://sink.internal/x, 80, /x"
    })
    void keepsPortAndPathAsWritten(String text, int port, String requestUri) {
        EndpointUrl url = ((EndpointUrl.Verdict.Fine) EndpointUrl.check(text, ALLOWED)).url();

        assertThat(url.port()).isEqualTo(port);
        assertThat(url.requestUri()).isEqualTo(requestUri);
    }
}
