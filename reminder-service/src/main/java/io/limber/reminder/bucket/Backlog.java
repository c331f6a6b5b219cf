package io.limber.reminder.bucket;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The buckets in which this process has something to emit right now. Work that may come a moment later gives way to them,
 * because both need the same processors, database and broker.
 */
@Singleton
public class Backlog {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition empty = lock.newCondition();
    private final Set<Integer> buckets = new TreeSet<>();

    public void begins(int bucket) {
        lock.lock();
        try {
            buckets.add(bucket);
        } finally {
            lock.unlock();
        }
    }

    public void ends(int bucket) {
        lock.lock();
        try {
            buckets.remove(bucket);
            if (buckets.isEmpty()) {
                empty.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** A copy. */
    public Set<Integer> buckets() {
        lock.lock();
        try {
            return new TreeSet<>(buckets);
        } finally {
            lock.unlock();
        }
    }

    /** Returns when there is nothing to emit, or after {@code patience}; false in the latter case. */
    public boolean awaitEmpty(Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (!buckets.isEmpty() && left > 0) {
                left = empty.awaitNanos(left);
            }
            return buckets.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** Whether somebody waits in {@link #awaitEmpty}. */
    public boolean isAwaited() {
        lock.lock();
        try {
            return lock.hasWaiters(empty);
        } finally {
            lock.unlock();
        }
    }
}
