package io.limber.catalog.content;

import io.limber.catalog.guidance.Guidance;
import io.limber.catalog.language.Language;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.vocabulary.VocabularyName;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks through all content that ships with the service and says what there is and what is wrong with it. */
public final class ContentReport {
    private ContentReport() {}

    /** Exit code 1 when something is wrong. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            Content content = Content.read(ContentFiles.packaged());
            counts(content).forEach((what, count) -> out.printf("%-34s %,7d%n", what, count));
            out.println("0 problems");
        } catch (BrokenContent e) {
            e.mistakes().forEach(out::println);
            out.println(e.mistakes().size() + " problems");
            System.exit(1);
        }
    }

    static Map<String, Integer> counts(Content content) {
        List<Stretch> stretches =
                content.stretches().stream().map(ContentDocument::value).toList();
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("stretches and habits", stretches.size());
        counts.put("  of them exercises", (int) stretches.stream()
                .filter(stretch -> !stretch.kind().equals(Stretch.HABIT))
                .count());
        counts.put("figures", (int)
                stretches.stream().filter(stretch -> stretch.figure() != null).count());
        counts.put("key poses", sum(stretches, ContentReport::poses));
        counts.put(
                "contraindications",
                sum(stretches, stretch -> stretch.contraindications().size()));
        counts.put("pages of guidance", content.guidance().size());
        counts.put(
                "rules of guidance",
                content.guidance().stream()
                        .map(ContentDocument::value)
                        .map(Guidance::items)
                        .mapToInt(List::size)
                        .sum());
        counts.put("vocabularies", content.vocabularies().size());
        counts.put(
                "codes",
                content.vocabularies().stream()
                        .mapToInt(file -> file.value().entries().size())
                        .sum());
        counts.put(
                "sources",
                content.vocabularies().stream()
                        .filter(file -> file.value().name().equals(VocabularyName.SOURCES.wire()))
                        .mapToInt(file -> file.value().entries().size())
                        .sum());
        counts.put("languages", Language.values().length);
        for (Language language : Language.values()) {
            counts.put("texts in '" + language.code() + "'", sum(stretches, stretch -> texts(stretch, language)));
        }
        counts.put("licences in use", (int)
                stretches.stream().map(Stretch::licence).distinct().count());
        counts.put(
                "ids that lead to a stretch",
                sum(stretches, stretch -> 1 + stretch.earlierIds().size()));
        return counts;
    }

    private static int poses(Stretch stretch) {
        return stretch.figure() == null ? 0 : stretch.figure().poses().size();
    }

    private static int texts(Stretch stretch, Language language) {
        return stretch.in(language)
                .map(text -> 4
                        + text.aliases().size()
                        + text.steps().size()
                        + text.cautions().size()
                        + text.reasons().size())
                .orElse(0);
    }

    private static int sum(List<Stretch> stretches, java.util.function.ToIntFunction<Stretch> of) {
        return stretches.stream().mapToInt(of).sum();
    }
}
