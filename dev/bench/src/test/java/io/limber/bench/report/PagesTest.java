package io.limber.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PagesTest {

    @TempDir
    Path directory = Path.of("");

    @Test
    void writesPageFiguresAndPlotWithTheFactsOfTheMachine() throws Exception {
        // Given
        var figures = new LinkedHashMap<String, Object>();
        figures.put("lost", 0);
        figures.put("machine", Map.of("postgresql", Map.of("fsync", "on")));
        var result = new Result("herd", figures, new Table("", "lost").row("Limber", 0), "<svg/>", true);

        // When
        var page = new Pages(directory).write(result, "./limber bench herd --save", LocalDate.of(2026, 11, 23));

        // Then
        assertThat(Files.readString(page))
                .contains("2026-11-23", "./limber bench herd --save", "| Limber |", "](herd.svg)", "fsync on");
        assertThat(new ObjectMapper()
                        .readTree(directory.resolve("herd.json").toFile())
                        .path("lost")
                        .asInt(-1))
                .isZero();
        assertThat(directory.resolve("herd.svg")).hasContent("<svg/>");
    }
}
