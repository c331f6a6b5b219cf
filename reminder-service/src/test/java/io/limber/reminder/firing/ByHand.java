package io.limber.reminder.firing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The engine stands still: no schedules are read and nothing is fired but by the test, which claims its own buckets. */
public class ByHand implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("limber.schedules.enabled", "false", "limber.firing.enabled", "false");
    }
}
