package io.limber.localstack;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code --name value} and {@code --flag} from a command line. */
public final class Arguments {

    private final Map<String, String> values = new HashMap<>();

    private Arguments() {}

    /** Refuses what is neither a known option nor a known flag. */
    public static Arguments parse(List<String> words, Set<String> options, Set<String> flags) {
        var arguments = new Arguments();
        for (var index = 0; index < words.size(); index++) {
            var word = words.get(index);
            if (flags.contains(word)) {
                arguments.values.put(word, "");
            } else if (options.contains(word) && index + 1 < words.size()) {
                arguments.values.put(word, words.get(++index));
            } else if (options.contains(word)) {
                throw new StackException(word + " needs a value.");
            } else {
                throw new StackException("Unknown argument: " + word + ". See ./limber help.");
            }
        }
        return arguments;
    }

    public boolean has(String flag) {
        return values.containsKey(flag);
    }

    public String get(String option, String otherwise) {
        return values.getOrDefault(option, otherwise);
    }

    /** {@code 90s}, {@code 15m}, {@code 1h}, {@code 7d} or ISO 8601 such as {@code PT1H}. */
    static Duration duration(String text) {
        try {
            if (text.matches("[0-9]{1,6}[smhd]")) {
                var number = Long.parseLong(text.substring(0, text.length() - 1));
                return switch (text.charAt(text.length() - 1)) {
                    case 's' -> Duration.ofSeconds(number);
                    case 'm' -> Duration.ofMinutes(number);
                    case 'h' -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                };
            }
            return Duration.parse(text);
        } catch (RuntimeException e) {
            throw new StackException("'" + text + "' is not a duration; write 90s, 15m, 1h or 7d.", e);
        }
    }
}
