package io.limber.testkit.samples.bad;

import java.time.LocalDate;
import java.time.ZoneId;

class ReadsToday {

    LocalDate today(ZoneId zone) {
        return LocalDate.now(zone);
    }
}
