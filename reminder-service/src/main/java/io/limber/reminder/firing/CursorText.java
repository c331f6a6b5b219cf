package io.limber.reminder.firing;

import io.limber.reminder.firing.FiringCursor.Step;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The text of a {@link FiringCursor}, as short as it can be: a broker takes {@value #LONGEST} characters.
 *
 * <p>Version 2 is {@code 2|ids|groups}. Ids and keys are 22 characters of base64. A group is what shares a due time:
 * {@code due.keys.plans}, the due second in base 36, the keys of finished cadences one after the other, and those under
 * way, with commas between, each its key and the plan emitted last: 22 characters of base64 after a {@code ~} when it is
 * a UUID, otherwise as it is.
 *
 * <p>Version 1, {@code 1|ids|key.due.plan;…}, is read, not written.
 */
final class CursorText {
    static final int LONGEST = 4096;

    private static final String VERSION = "2";
    private static final String FIRST_VERSION = "1";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final int SHORT = 22;
    private static final int RADIX = 36;
    private static final String UUID_MARK = "~";

    private CursorText() {}

    static String write(FiringCursor cursor) {
        Map<Instant, List<Step>> groups = new LinkedHashMap<>();
        for (Step step : cursor.steps()) {
            groups.computeIfAbsent(step.due(), due -> new ArrayList<>()).add(step);
        }
        StringBuilder text = new StringBuilder(VERSION).append('|');
        cursor.oneOffs().forEach(id -> text.append(shortened(id)));
        text.append('|');
        groups.forEach((due, steps) -> text.append(group(due, steps)).append(';'));
        if (text.length() > LONGEST) {
            throw new IllegalStateException("the cursor's metadata is longer than the broker takes");
        }
        return text.toString();
    }

    static FiringCursor read(long emitted, String text) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a firing cursor: " + text);
        }
        List<UUID> oneOffs = keys(parts[1]).stream().map(CursorText::lengthened).toList();
        List<Step> steps = new ArrayList<>();
        switch (parts[0]) {
            case VERSION -> parts(parts[2], ";").forEach(group -> steps.addAll(steps(group)));
            case FIRST_VERSION -> parts(parts[2], ";").forEach(step -> steps.add(firstVersion(step)));
            default -> throw new IllegalArgumentException("not a firing cursor of a version known here: " + text);
        }
        return parts[0].equals(VERSION)
                ? new FiringCursor(emitted, oneOffs, steps)
                : new FiringCursor(emitted, oneOffs, List.of(), steps);
    }

    private static String group(Instant due, List<Step> steps) {
        StringBuilder finished = new StringBuilder();
        StringJoiner underWay = new StringJoiner(",");
        for (Step step : steps) {
            String key = ENCODER.encodeToString(HexFormat.of().parseHex(step.key()));
            step.last().ifPresentOrElse(plan -> underWay.add(key + shortPlan(plan)), () -> finished.append(key));
        }
        return Long.toString(due.getEpochSecond(), RADIX) + "." + finished + "." + underWay;
    }

    private static List<Step> steps(String group) {
        String[] parts = group.split("\\.", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not a group of a firing cursor: " + group);
        }
        Instant due = due(parts[0]);
        List<Step> steps = new ArrayList<>();
        for (String key : keys(parts[1])) {
            steps.add(new Step(hex(key), due, Optional.empty()));
        }
        for (String step : parts(parts[2], ",")) {
            String plan = step.substring(SHORT);
            steps.add(new Step(hex(step.substring(0, SHORT)), due, Optional.of(longPlan(plan))));
        }
        return steps;
    }

    private static Step firstVersion(String text) {
        String[] parts = text.split("\\.", 3);
        if (parts.length < 2) {
            throw new IllegalArgumentException("not a step of a firing cursor: " + text);
        }
        return new Step(hex(parts[0]), due(parts[1]), parts.length == 3 ? Optional.of(parts[2]) : Optional.empty());
    }

    private static List<String> parts(String text, String separator) {
        return text.isEmpty() ? List.of() : List.of(text.split(separator));
    }

    private static List<String> keys(String text) {
        if (text.length() % SHORT != 0) {
            throw new IllegalArgumentException("not keys of a firing cursor: " + text);
        }
        return IntStream.range(0, text.length() / SHORT)
                .mapToObj(i -> text.substring(i * SHORT, (i + 1) * SHORT))
                .toList();
    }

    private static Instant due(String text) {
        return Instant.ofEpochSecond(Long.parseLong(text, RADIX));
    }

    private static String hex(String key) {
        return HexFormat.of().formatHex(DECODER.decode(key));
    }

    private static String shortPlan(String plan) {
        try {
            UUID id = UUID.fromString(plan);
            return id.toString().equals(plan) ? UUID_MARK + shortened(id) : plan;
        } catch (IllegalArgumentException e) {
            return plan;
        }
    }

    private static String longPlan(String text) {
        return text.startsWith(UUID_MARK)
                ? lengthened(text.substring(UUID_MARK.length())).toString()
                : text;
    }

    private static String shortened(UUID id) {
        return ENCODER.encodeToString(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    private static UUID lengthened(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(DECODER.decode(text));
        return new UUID(bytes.getLong(), bytes.getLong());
    }
}
