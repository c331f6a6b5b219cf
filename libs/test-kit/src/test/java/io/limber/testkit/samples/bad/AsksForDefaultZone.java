package io.limber.testkit.samples.bad;

import java.time.ZoneId;

class AsksForDefaultZone {

    @SuppressWarnings("JavaTimeDefaultTimeZone")
    ZoneId zone() {
        return ZoneId.systemDefault();
    }
}
