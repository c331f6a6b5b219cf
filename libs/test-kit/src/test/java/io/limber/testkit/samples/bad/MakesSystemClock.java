package io.limber.testkit.samples.bad;

import java.time.Clock;

class MakesSystemClock {

    final Clock clock = Clock.systemUTC();
}
