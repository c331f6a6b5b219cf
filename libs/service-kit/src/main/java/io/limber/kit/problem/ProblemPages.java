package io.limber.kit.problem;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sections of {@code docs/problems.md}, one for each code, as they stand there. */
@ApplicationScoped
public class ProblemPages {
    private static final String FILE = "/io/limber/kit/problem/problems.md";
    private static final Pattern SECTION = Pattern.compile("(?ms)^### ([a-z0-9-]+)\\n(.*?)(?=^##|\\z)");

    private final Map<String, String> sections;

    ProblemPages() {
        sections = SECTION.matcher(file())
                .results()
                .collect(Collectors.toUnmodifiableMap(
                        section -> section.group(1), section -> section.group(2).strip()));
    }

    /** What a code means and what to do, as Markdown. */
    public Optional<String> find(String code) {
        return Optional.ofNullable(sections.get(code));
    }

    private static String file() {
        try (InputStream in = ProblemPages.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not packaged");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
