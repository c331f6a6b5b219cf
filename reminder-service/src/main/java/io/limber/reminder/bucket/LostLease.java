package io.limber.reminder.bucket;

import java.io.Serial;

/** Somebody else works on the bucket by now. Whoever meets this stops and leaves everything as it is. */
public class LostLease extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    LostLease(Lease lease) {
        super("bucket " + lease.bucket() + " has an owner after epoch " + lease.epoch());
    }
}
