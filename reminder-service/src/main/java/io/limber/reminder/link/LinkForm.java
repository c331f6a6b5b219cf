package io.limber.reminder.link;

import io.limber.reminder.answer.Reply;
import io.limber.reminder.answer.SkipReason;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the page's forms send, read leniently: a person gets a sentence, not a problem document. */
sealed interface LinkForm {
    record Fine(Reply reply) implements LinkForm {}

    record Mistaken(String sentence) implements LinkForm {}

    static LinkForm read(@Nullable String action, @Nullable String minutes, @Nullable String reason) {
        return switch (action == null ? "" : action) {
            case "done" -> new Fine(new Reply.Done());
            case "snooze" -> snooze(minutes == null ? "" : minutes.strip());
            case "skip" -> skip(reason == null || reason.isBlank() ? SkipReason.OTHER.name() : reason);
            default -> new Mistaken("Please choose one of the answers below.");
        };
    }

    private static LinkForm snooze(String minutes) {
        try {
            return new Fine(new Reply.Snooze(Integer.parseInt(minutes)));
        } catch (IllegalArgumentException e) {
            return new Mistaken("Please choose 1 to 240 minutes.");
        }
    }

    private static LinkForm skip(String reason) {
        return Arrays.stream(SkipReason.values())
                .filter(known -> known.name().equals(reason))
                .findFirst()
                .<LinkForm>map(known -> new Fine(new Reply.Skip(known)))
                .orElseGet(() -> new Mistaken("Please choose one of the reasons."));
    }
}
