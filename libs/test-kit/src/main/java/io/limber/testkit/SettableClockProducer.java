package io.limber.testkit;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the settable clock in place of the system's in every {@code @QuarkusTest} of a module that has this jar in test scope. */
@Singleton
public class SettableClockProducer {

    @Produces
    @Singleton
    @Alternative
    @Priority(1_000_000)
    SettableClock clock() {
        return new SettableClock();
    }
}
