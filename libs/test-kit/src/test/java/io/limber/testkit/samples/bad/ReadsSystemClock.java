package io.limber.testkit.samples.bad;

import java.time.Instant;

class ReadsSystemClock {

    Instant now() {
        return Instant.now();
    }
}
