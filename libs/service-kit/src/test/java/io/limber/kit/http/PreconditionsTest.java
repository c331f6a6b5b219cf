package io.limber.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limber.kit.problem.CommonProblem;
import io.limber.kit.problem.ProblemException;
import org.junit.jupiter.api.Test;

class PreconditionsTest {
    @Test
    void asksForTheHeaderWhenItIsMissing() {
        assertThatThrownBy(() -> Preconditions.requireMatch(null, 3))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(CommonProblem.PRECONDITION_REQUIRED));
    }

    @Test
    void refusesAnotherVersionAndNamesTheCurrentOne() {
        assertThatThrownBy(() -> Preconditions.requireMatch("\"v2\"", 3))
                .hasMessageContaining("\"v3\"")
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(CommonProblem.STALE_VERSION));
    }

    @Test
    void takesTheCurrentVersionAListAndTheStar() {
        assertThatCode(() -> Preconditions.requireMatch("\"v3\"", 3)).doesNotThrowAnyException();
        assertThatCode(() -> Preconditions.requireMatch("\"v2\", \"v3\"", 3)).doesNotThrowAnyException();
        assertThatCode(() -> Preconditions.requireMatch("*", 3)).doesNotThrowAnyException();
    }

    @Test
    void knowsWhatTheCallerAlreadyHas() {
        assertThat(Preconditions.alreadyHas("W/\"v3\"", "\"v3\"")).isTrue();
        assertThat(Preconditions.alreadyHas("\"v2\"", "\"v3\"")).isFalse();
        assertThat(Preconditions.alreadyHas(null, "\"v3\"")).isFalse();
    }
}
