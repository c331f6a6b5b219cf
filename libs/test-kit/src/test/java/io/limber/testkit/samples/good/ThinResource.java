package io.limber.testkit.samples.good;

import java.time.Instant;

class ThinResource {

    private final UsesInjectedClock useCase;

    ThinResource(UsesInjectedClock useCase) {
        this.useCase = useCase;
    }

    Instant get() {
        return useCase.now();
    }
}
