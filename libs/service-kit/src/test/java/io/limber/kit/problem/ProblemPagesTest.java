package io.limber.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemPagesTest {
    private final ProblemPages pages = new ProblemPages();

    @ParameterizedTest
    @EnumSource(CommonProblem.class)
    void explainsEveryCodeUnderItsStatus(CommonProblem problem) {
        assertThat(pages.find(problem.code()))
                .hasValueSatisfying(section -> assertThat(section).startsWith(problem.status() + "."));
    }
}
