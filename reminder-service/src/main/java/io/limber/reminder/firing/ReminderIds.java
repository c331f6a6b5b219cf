package io.limber.reminder.firing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.UUID;

/**
 * Ids of reminders: name-based UUIDs (version 5, SHA-1, RFC 9562 §5.5) in the namespace {@link #NAMESPACE}, so that
 * whoever computes one twice gets the same, and whoever receives a repeat can drop it.
 */
public final class ReminderIds {
    /** Limber's namespace for reminders. Part of the contract: never changes. */
    public static final UUID NAMESPACE = UUID.fromString("5f9b1b1e-6c1d-4f0e-9c52-3e0a7c2d8b41");

    private static final byte[] IN_NAMESPACE = ByteBuffer.allocate(16)
            .putLong(NAMESPACE.getMostSignificantBits())
            .putLong(NAMESPACE.getLeastSignificantBits())
            .array();

    private ReminderIds() {}

    /** Name: {@code <planId>@<due>}, the instant as {@link Instant#toString()} writes it. */
    public static UUID of(String planId, Instant due) {
        return named(planId + "@" + due);
    }

    /** Name: {@code <snoozedFrom>~<until>}; never equal to a planned reminder's id, whatever the instant. */
    public static UUID ofSnooze(UUID snoozedFrom, Instant until) {
        return named(snoozedFrom + "~" + until);
    }

    private static UUID named(String name) {
        MessageDigest sha1 = begun();
        sha1.update(name.getBytes(StandardCharsets.UTF_8));
        return uuid(sha1.digest());
    }

    private static MessageDigest begun() {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(IN_NAMESPACE);
            return sha1;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID uuid(byte[] hash) {
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        long high = (bytes.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
        long low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** Ids of many reminders of one due time: {@link ReminderIds#of}, with what is common computed once. */
    static final class OfDue {
        private final MessageDigest sha1 = begun();
        private final byte[] due;

        OfDue(Instant due) {
            this.due = ("@" + due).getBytes(StandardCharsets.UTF_8);
        }

        /** @param planId in UTF-8 */
        UUID of(byte[] planId) {
            sha1.update(planId);
            sha1.update(due);
            // The digest starts over with it.
            UUID id = uuid(sha1.digest());
            sha1.update(IN_NAMESPACE);
            return id;
        }
    }
}
