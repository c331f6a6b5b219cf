package io.limber.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Which port is whose. {@code LIMBER_<NAME>_PORT} moves one, {@code LIMBER_PORT_OFFSET} moves all that are not moved alone. */
public final class Ports {

    static final String OFFSET = "LIMBER_PORT_OFFSET";

    private final Map<Port, Integer> numbers;

    private Ports(Map<Port, Integer> numbers) {
        this.numbers = new EnumMap<>(numbers);
    }

    /** The usual ports, moved as the environment says. */
    public static Ports from(Map<String, String> environment) {
        var offset = number(OFFSET, environment.getOrDefault(OFFSET, "0"));
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            var own = environment.get(port.variable());
            numbers.put(port, own == null ? port.usual() + offset : number(port.variable(), own));
        }
        return new Ports(numbers);
    }

    /** Ports that were free a moment ago, for tests that run beside a stack. */
    public static Ports free() {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        for (var port : Port.values()) {
            numbers.put(port, FreePort.any());
        }
        return new Ports(numbers);
    }

    public int of(Port port) {
        return Objects.requireNonNull(numbers.get(port));
    }

    /** Names every port that another program holds, who needs it, and how to get out of it. */
    void requireFree() {
        var taken = numbers.entrySet().stream()
                .filter(entry -> !isFree(entry.getValue()))
                .map(entry -> sentence(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n"));
        if (!taken.isEmpty()) {
            throw new StackException(taken + "\nOr move all ports at once, for example with " + OFFSET
                    + "=1000 in front of the command.");
        }
    }

    private static String sentence(Port port, int number) {
        return "Port " + number + ", which " + port.neededBy()
                + " needs, is taken by another program. End that program (find it with: "
                + "ss -ltnp 'sport = :" + number + "', on macOS: lsof -iTCP:" + number + " -sTCP:LISTEN), or set "
                + port.variable() + " to a free port.";
    }

    private static boolean isFree(int number) {
        try (var socket = new ServerSocket(number, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    private static int number(String variable, String text) {
        try {
            var number = Integer.parseInt(text.strip());
            if (number >= 0 && number <= 65_000) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new StackException(variable + " is '" + text + "'; it must be a number from 0 to 65000.");
    }
}
