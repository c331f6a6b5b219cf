package io.limber.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.123Z");

    @Test
    void isAVersion7UuidOfItsMillisecond() {
        UUID id = Ids.next(NOW);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    }

    @Test
    void sortsByTimeAsText() {
        assertThat(Ids.next(NOW).toString())
                .isLessThan(Ids.next(NOW.plusMillis(1)).toString());
    }

    @Test
    void differsWithinAMillisecond() {
        assertThat(Ids.next(NOW)).isNotEqualTo(Ids.next(NOW));
    }
}
