package io.limber.reminder.delivery;

import java.util.HashMap;
import java.util.Map;

/** How many attempts are under way, in all and in each lane. Safe for many threads. */
final class Lanes {
    private final int most;
    private final Map<String, Integer> busy = new HashMap<>();
    private int all;

    Lanes(int most) {
        this.most = most;
    }

    synchronized int free() {
        return most - all;
    }

    synchronized int underWay() {
        return all;
    }

    synchronized Map<String, Integer> busy() {
        return Map.copyOf(busy);
    }

    synchronized void begin(String lane) {
        all++;
        busy.merge(lane, 1, Integer::sum);
    }

    synchronized void end(String lane) {
        all--;
        busy.computeIfPresent(lane, (name, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    /** Returns when nothing is under way, or after {@code millis}; tells whether nothing is. */
    synchronized boolean awaitIdle(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (all > 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
