package io.limber.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void usualPortsAreTheDocumentedOnes() {
        var ports = Ports.from(Map.of());

        assertThat(ports.of(Port.CATALOG)).isEqualTo(8081);
        assertThat(ports.of(Port.ROUTINE)).isEqualTo(8082);
        assertThat(ports.of(Port.REMINDER)).isEqualTo(8083);
    }

    @Test
    void offsetMovesAllThatAreNotMovedAlone() {
        var ports = Ports.from(Map.of("LIMBER_PORT_OFFSET", "100", "LIMBER_KAFKA_PORT", "9999"));

        assertThat(ports.of(Port.CATALOG)).isEqualTo(8181);
        assertThat(ports.of(Port.KAFKA)).isEqualTo(9999);
    }

    @Test
    void whatIsNoPortIsRefusedByName() {
        assertThatThrownBy(() -> Ports.from(Map.of("LIMBER_SMTP_PORT", "mail")))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("LIMBER_SMTP_PORT is 'mail'");
    }

    @Test
    void takenPortIsNamedWithWhoNeedsItAndHowToMoveIt() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var taken = Integer.toString(other.getLocalPort());
            var ports = Ports.from(Map.of("LIMBER_ROUTINE_PORT", taken));

            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port " + taken + ", which routine-service needs, is taken")
                    .hasMessageContaining("LIMBER_ROUTINE_PORT")
                    .hasMessageContaining("LIMBER_PORT_OFFSET");
        }
    }

    @Test
    void freePortsAreFine() {
        assertThatCode(() -> Ports.free().requireFree()).doesNotThrowAnyException();
    }
}
