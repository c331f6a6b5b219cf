package io.limber.reminder.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutineWordsTest {
    @ParameterizedTest
    @CsvSource({"0, 0 seconds", "1, 1 second", "45, 45 seconds", "60, 1 minute", "61, 2 minutes", "125, 3 minutes"})
    void lengthsReadAsPeopleSayThem(int seconds, String words) {
        assertThat(RoutineWords.length(seconds)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"45, 45 seconds", "60, 1 minute", "120, 2 minutes", "70, 1 min 10 s", "185, 3 min 5 s"})
    void stretchesAreToTheSecond(int seconds, String words) {
        assertThat(RoutineWords.exactly(seconds)).isEqualTo(words);
    }
}
