package io.limber.catalog.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemPagesTest {
    private static final Path PAGES = Path.of("../docs/problems.md");

    @ParameterizedTest
    @EnumSource(CatalogProblem.class)
    void explainsEveryCodeUnderItsStatus(CatalogProblem problem) {
        assertThat(PAGES).content().contains("### " + problem.code() + "\n" + problem.status() + ".");
    }
}
