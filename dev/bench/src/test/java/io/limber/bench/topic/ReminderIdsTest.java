package io.limber.bench.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ReminderIdsTest {

    @Test
    void isANameBasedIdOfPlanAndDueTime() {
        var ids = new ReminderIds();
        var ten = Instant.parse("2026-11-23T10:00:00Z");

        var id = ids.of("p-1", ten);

        assertThat(id.version()).isEqualTo(5);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id).hasToString("425dea40-f730-59c7-814f-0d1e980647fa");
        assertThat(ids.of("p-1", ten)).isEqualTo(id);
        assertThat(ids.of("p-1", ten.plusSeconds(1))).isNotEqualTo(id);
    }
}
