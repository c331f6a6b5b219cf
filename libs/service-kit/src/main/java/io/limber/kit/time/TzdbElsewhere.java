package io.limber.kit.time;

import java.util.Map;

/** What a service knows of the time-zone rules that others compute with. */
@FunctionalInterface
public interface TzdbElsewhere {
    /** By service, as in {@code ce_source}: the version its latest event names. */
    Map<String, String> versions();
}
