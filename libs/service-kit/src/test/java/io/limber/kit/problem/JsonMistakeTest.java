package io.limber.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limber.kit.http.StrictJson;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JsonMistakeTest {
    enum Size {
        SMALL,
        LARGE
    }

    enum Language {
        EN,
        DE;

        @JsonValue
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    record Inner(Size size, int count, Language language) {}

    record Body(String name, List<Inner> parts) {}

    private final ObjectMapper mapper = new ObjectMapper();

    @BeforeEach
    void strict() {
        new StrictJson().customize(mapper);
    }

    @Test
    void saysWhereTheJsonBreaksOff() {
        ProblemException problem = explain("{\"name\":");

        assertThat(problem.code()).isEqualTo(CommonProblem.MALFORMED_JSON);
        assertThat(problem).hasMessageContaining("line 1");
    }

    @Test
    void namesTheUnknownFieldAndTheKnownOnes() {
        ProblemException problem =
                explain("{\"name\":\"x\",\"parts\":[{\"count\":1,\"size\":\"LARGE\",\"colour\":1}]}");

        assertThat(problem.code()).isEqualTo(CommonProblem.UNKNOWN_FIELD);
        assertThat(problem.errors())
                .containsExactly(new FieldError(
                        "/parts/0/colour", "There is no field 'colour' here.", List.of("count", "language", "size")));
    }

    @Test
    void namesTheAllowedValuesOfAnEnum() {
        ProblemException problem = explain("{\"name\":\"x\",\"parts\":[{\"size\":\"HUGE\"}]}");

        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo("/parts/0/size");
            assertThat(error.allowed()).containsExactly("SMALL", "LARGE");
        });
    }

    @Test
    void namesTheAllowedValuesAsTheyAreWritten() {
        ProblemException problem = explain("{\"name\":\"x\",\"parts\":[{\"language\":\"EN\"}]}");

        assertThat(problem.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.allowed()).containsExactly("en", "de"));
    }

    @Test
    void refusesTextForANumber() {
        ProblemException problem = explain("{\"name\":\"x\",\"parts\":[{\"count\":\"3\"}]}");

        assertThat(problem.code()).isEqualTo(CommonProblem.INVALID_VALUE);
        assertThat(problem.errors())
                .singleElement()
                .extracting(FieldError::pointer)
                .isEqualTo("/parts/0/count");
    }

    @Test
    void refusesARepeatedField() {
        assertThat(explain("{\"name\":\"x\",\"name\":\"y\"}").code()).isEqualTo(CommonProblem.MALFORMED_JSON);
    }

    @Test
    void refusesWhatFollowsTheEnd() {
        assertThat(explain("{\"name\":\"x\"} {}").code().status()).isEqualTo(400);
    }

    private ProblemException explain(String json) {
        JsonProcessingException mistake =
                catchThrowableOfType(JsonProcessingException.class, () -> mapper.readValue(json, Body.class));
        return JsonMistake.explain(mistake);
    }
}
