package io.limber.reminder.webhook.sending;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses a message may go to when the address was chosen by a caller: those of the public Internet. Without it,
 * whoever registers an endpoint could make the service talk to its own neighbours (server-side request forgery).
 *
 * <p>The lists follow the IANA special-purpose address registries for IPv4 and IPv6.
 */
final class AddressGuard {
    private static final List<Block> REFUSED_V4 = List.of(
            Block.of("0.0.0.0", 8), // this network
            Block.of("10.0.0.0", 8), // private
            Block.of("100.64.0.0", 10), // carrier-grade NAT; some clouds' metadata
            Block.of("127.0.0.0", 8), // loopback
            Block.of("168.63.129.16", 32), // a cloud's host agent, though a public address
            Block.of("169.254.0.0", 16), // link-local; most clouds' metadata
            Block.of("172.16.0.0", 12), // private
            Block.of("192.0.0.0", 24), // protocol assignments
            Block.of("192.0.2.0", 24), // documentation
            Block.of("192.88.99.0", 24), // 6to4 relays, retired
            Block.of("192.168.0.0", 16), // private
            Block.of("198.18.0.0", 15), // benchmarks
            Block.of("198.51.100.0", 24), // documentation
            Block.of("203.0.113.0", 24), // documentation
            Block.of("224.0.0.0", 4), // multicast
            Block.of("240.0.0.0", 4)); // reserved, broadcast

    // Of IPv6 only global unicast is public: so loopback, unspecified, unique-local, link-local, multicast, NAT64 and
    // IPv4-compatible addresses are out by not being in.
    private static final Block GLOBAL_UNICAST = Block.of("2000::", 3);
    private static final List<Block> REFUSED_V6 = List.of(
            Block.of("2001::", 23), // protocol assignments, Teredo
            Block.of("2001:db8::", 32), // documentation
            Block.of("2002::", 16), // 6to4, carries any IPv4 address
            Block.of("3fff::", 20)); // documentation

    private static final int V4_BYTES = 4;

    private AddressGuard() {}

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (isMappedV4(bytes)) {
            return isPublicV4(java.util.Arrays.copyOfRange(bytes, 12, 16));
        }
        return bytes.length == V4_BYTES
                ? isPublicV4(bytes)
                : GLOBAL_UNICAST.holds(bytes) && REFUSED_V6.stream().noneMatch(block -> block.holds(bytes));
    }

    private static boolean isPublicV4(byte[] bytes) {
        return REFUSED_V4.stream().noneMatch(block -> block.holds(bytes));
    }

    private static boolean isMappedV4(byte[] bytes) {
        if (bytes.length == V4_BYTES || bytes[10] != (byte) 0xff || bytes[11] != (byte) 0xff) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private record Block(byte[] network, int bits) {
        static Block of(String literal, int bits) {
            try {
                // A literal is never looked up.
                return new Block(InetAddress.getByName(literal).getAddress(), bits);
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != network.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (network[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
