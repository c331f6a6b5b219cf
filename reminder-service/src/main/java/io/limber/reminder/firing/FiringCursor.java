package io.limber.reminder.firing;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How far the firing of a bucket has come, as committed to Kafka together with the reminders themselves: the offset is
 * the number of reminders ever emitted in this bucket, the metadata names what the last transaction emitted and
 * PostgreSQL may not know yet.
 *
 * @param oneOffs single reminders that the last transaction emitted
 * @param steps cadences that the last transaction finished, and all that are under way
 */
record FiringCursor(long emitted, List<UUID> oneOffs, List<Step> steps) {
    static final FiringCursor NONE = new FiringCursor(0, List.of(), List.of());

    /** Together with {@link #MOST_STEPS} this keeps the metadata below the broker's limit, {@value #LONGEST} bytes. */
    static final int MOST_ONE_OFFS = 64;

    static final int MOST_STEPS = 24;
    static final int LONGEST = 4096;

    private static final String VERSION = "1";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final int UUID_LENGTH = 22;
    private static final int RADIX = 36;

    FiringCursor {
        oneOffs = List.copyOf(oneOffs);
        steps = List.copyOf(steps);
    }

    /**
     * A due time of a cadence.
     *
     * @param key of the cadence
     * @param due a whole second
     * @param last the plan emitted last; empty when all of them are
     */
    record Step(String key, Instant due, Optional<String> last) {}

    String metadata() {
        String singles = oneOffs.stream().map(FiringCursor::encode).collect(Collectors.joining());
        String under = steps.stream().map(FiringCursor::encode).collect(Collectors.joining(";"));
        String metadata = VERSION + "|" + singles + "|" + under;
        if (metadata.length() > LONGEST) {
            throw new IllegalStateException("the cursor's metadata is longer than the broker takes");
        }
        return metadata;
    }

    /**
     * @throws IllegalArgumentException when the text is not what {@link #metadata} writes; nothing may be fired then
     */
    static FiringCursor of(long emitted, String metadata) {
        String[] parts = metadata.split("\\|", -1);
        if (parts.length != 3 || !parts[0].equals(VERSION) || parts[1].length() % UUID_LENGTH != 0) {
            throw new IllegalArgumentException("not a firing cursor: " + metadata);
        }
        List<UUID> oneOffs = new ArrayList<>();
        for (int from = 0; from < parts[1].length(); from += UUID_LENGTH) {
            oneOffs.add(uuid(parts[1].substring(from, from + UUID_LENGTH)));
        }
        List<Step> steps = parts[2].isEmpty()
                ? List.of()
                : Arrays.stream(parts[2].split(";")).map(FiringCursor::step).toList();
        return new FiringCursor(emitted, oneOffs, steps);
    }

    private static String encode(UUID id) {
        return ENCODER.encodeToString(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    private static UUID uuid(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(DECODER.decode(text));
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static String encode(Step step) {
        String key = ENCODER.encodeToString(HexFormat.of().parseHex(step.key()));
        String due = Long.toString(step.due().getEpochSecond(), RADIX);
        return key + "." + due + step.last().map(plan -> "." + plan).orElse("");
    }

    private static Step step(String text) {
        String[] parts = text.split("\\.", 3);
        if (parts.length < 2) {
            throw new IllegalArgumentException("not a step of a firing cursor: " + text);
        }
        return new Step(
                HexFormat.of().formatHex(DECODER.decode(parts[0])),
                Instant.ofEpochSecond(Long.parseLong(parts[1], RADIX)),
                parts.length == 3 ? Optional.of(parts[2]) : Optional.empty());
    }
}
