package io.limber.localstack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a stack consists of.
 *
 * @param services which of the three to start, in this order
 * @param extra environment beyond the usual, by service; wins over the usual
 */
public record StackOptions(Home home, Ports ports, List<Service> services, Map<Service, Map<String, String>> extra) {

    public static StackOptions of(Home home, Ports ports) {
        return new StackOptions(home, ports, List.of(Service.values()), Map.of());
    }

    /** The same with one more environment variable for one service. */
    public StackOptions with(Service service, String variable, String value) {
        var all = new HashMap<>(extra);
        var own = new HashMap<>(all.getOrDefault(service, Map.of()));
        own.put(variable, value);
        all.put(service, Map.copyOf(own));
        return new StackOptions(home, ports, services, Map.copyOf(all));
    }

    /** The same with only these services. */
    public StackOptions only(Service... some) {
        return new StackOptions(home, ports, List.of(some), extra);
    }
}
