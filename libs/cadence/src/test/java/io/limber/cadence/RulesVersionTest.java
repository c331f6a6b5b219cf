package io.limber.cadence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.zone.ZoneRulesProvider;
import org.junit.jupiter.api.Test;

class RulesVersionTest {
    @Test
    void namesTheTimeZoneRulesAndTheHolidays() {
        String zones = ZoneRulesProvider.getVersions("UTC").lastEntry().getKey();

        assertThat(RulesVersion.timeZones()).isEqualTo(zones);
        assertThat(RulesVersion.current()).matches(zones + "\\+holidays-[0-9]+\\.[0-9]+\\.[0-9]+");
    }
}
