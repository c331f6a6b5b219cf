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
            gzip;q=0;level=1            | false
            gzip; q = 0.00              | false
            gzip;q=0.05                 | true
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

        assertThat(tag(one, false))
                .isEqualTo(tag(answer("a".repeat(600)), false))
                .startsWith("\"")
                .endsWith("\"");
        assertThat(tag(one, true)).isNotEqualTo(tag(one, false));
        assertThat(tag(answer("a".repeat(599) + "b"), false)).isNotEqualTo(tag(one, false));
    }

    @Test
    void shortAnswersAreNotCompressed() {
        assertThat(answer("a".repeat(511)).reply(null, true).body()).hasSize(511);
        assertThat(answer("a".repeat(512)).reply(null, true).body()).hasSizeLessThan(100);
    }

    @Test
    void whoHasItGetsNoBody() {
        Answer answer = answer("a".repeat(600));

        assertThat(answer.reply(tag(answer, true), true).status()).isEqualTo(304);
        assertThat(answer.reply(tag(answer, true), true).body()).isNull();
        assertThat(answer.reply(tag(answer, false), true).status()).isEqualTo(200);
    }

    private static String tag(Answer answer, boolean takesGzip) {
        return answer.reply(null, takesGzip).headers().stream()
                .filter(header -> header.name().toString().equals("ETag"))
                .map(header -> header.value().toString())
                .findFirst()
                .orElseThrow();
    }

    private static Answer answer(String text) {
        return new Answer(text.getBytes(StandardCharsets.UTF_8), "application/json", Map.of());
    }
}
