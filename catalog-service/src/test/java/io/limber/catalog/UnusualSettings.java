package io.limber.catalog;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A replica that never looks at what others changed, and tenants that may have two stretches. */
public class UnusualSettings implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("limber.snapshots.poll", "PT1H", "limber.snapshots.most-per-tenant", "2");
    }
}
