package io.limber.reminder.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DecisionTest {
    @Test
    void sendsToWhereverThePersonAndThePlatformAre() {
        List<Destination> all = List.of(
                new Destination(DeliveryChannel.EMAIL, UUID.randomUUID()),
                new Destination(DeliveryChannel.WEBHOOK, UUID.randomUUID()));

        assertThat(Decision.about(all)).isEqualTo(new Decision.Send(all));
    }

    @Test
    void dropsWithAReasonWhenThereIsNowhereToSendTo() {
        assertThat(Decision.about(List.of())).isEqualTo(new Decision.Drop("no-destination"));
        assertThatThrownBy(() -> new Decision.Send(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void allMailSharesALaneAndEachEndpointHasItsOwn() {
        UUID one = UUID.randomUUID();

        assertThat(new Destination(DeliveryChannel.EMAIL, one).lane())
                .isEqualTo(new Destination(DeliveryChannel.EMAIL, UUID.randomUUID()).lane());
        assertThat(new Destination(DeliveryChannel.WEBHOOK, one).lane()).isEqualTo(one.toString());
    }
}
