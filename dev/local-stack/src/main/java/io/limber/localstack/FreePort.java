package io.limber.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Picks free TCP ports on the loopback address. */
public final class FreePort {

    private FreePort() {}

    /** {@code wanted}, or a port that was free a moment ago when {@code wanted} is 0. */
    public static int orFree(int wanted) {
        return wanted == 0 ? any() : wanted;
    }

    /** A port that was free a moment ago. */
    public static int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
