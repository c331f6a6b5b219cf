package io.limber.localstack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a stack consists of.
 *
 * @param services which of the three to start, in this order
 * @param extra environment beyond the usual, by service; wins over the usual
 * @param asInImages whether services and database run as in the images and in compose, rather than quick to start
 * @param fresh whether databases and topics of this home are thrown away before the start and after the end
 */
public record StackOptions(
        Home home,
        Ports ports,
        List<Service> services,
        Map<Service, Map<String, String>> extra,
        boolean asInImages,
        boolean fresh) {

    public static StackOptions of(Home home, Ports ports) {
        return new StackOptions(home, ports, List.of(Service.values()), Map.of(), false, false);
    }

    /** The same with one more environment variable for one service. */
    public StackOptions with(Service service, String variable, String value) {
        var all = new HashMap<>(extra);
        var own = new HashMap<>(all.getOrDefault(service, Map.of()));
        own.put(variable, value);
        all.put(service, Map.copyOf(own));
        return new StackOptions(home, ports, services, Map.copyOf(all), asInImages, fresh);
    }

    /** The same with only these services. */
    public StackOptions only(Service... some) {
        return new StackOptions(home, ports, List.of(some), extra, asInImages, fresh);
    }

    /** The same with nothing of an earlier run, and all as in the images: for measurements. */
    public StackOptions forMeasuring() {
        return new StackOptions(home, ports, services, extra, true, true);
    }
}
