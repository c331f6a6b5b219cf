package io.limber.catalog.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            null                        | false
            ''                          | false
            gzip                        | true
            GZIP                        | true
            x-gzip                      | true
            br, gzip                    | true
            gzip, deflate, br, zstd     | true
            gzip;q=0.001                | true
            gzip;q=1.0                  | true
            gzip;q=0                    | false
            gzip; q=0.0                 | false
            gzip ;q=0.000               | false
            gzip;level=1;q=0            | false
            br                          | false
            identity                    | false
            gzippy                      | false
            *                           | true
            *;q=0                       | false
            identity, *;q=0             | false
            *;q=0, gzip                 | true
            gzip, *;q=0                 | true
            gzip;q=0, *                 | false
            *, gzip;q=0                 | false
            """)
    void compressesForWhoTakesIt(@Nullable String acceptEncoding, boolean takesIt) {
        assertThat(Answers.takesGzip(acceptEncoding)).isEqualTo(takesIt);
    }

    @Test
    void equalBytesHaveEqualTagsAndOthersDoNot() {
        Answer one = answer("a".repeat(600));

        assertThat(one.tag(false))
                .isEqualTo(answer("a".repeat(600)).tag(false))
                .startsWith("\"")
                .endsWith("\"");
        assertThat(one.tag(true)).isNotEqualTo(one.tag(false));
        assertThat(answer("a".repeat(599) + "b").tag(false)).isNotEqualTo(one.tag(false));
    }

    @Test
    void shortAnswersAreNotWorthIt() {
        assertThat(answer("a".repeat(511)).isWorthCompressing()).isFalse();
        assertThat(answer("a".repeat(512)).isWorthCompressing()).isTrue();
    }

    private static Answer answer(String text) {
        return new Answer(text.getBytes(StandardCharsets.UTF_8), "application/json", Map.of());
    }
}
