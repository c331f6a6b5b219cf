package io.limber.routine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionCodesTest {
    private static final Path VOCABULARY =
            Path.of("../catalog-service/src/main/resources/content/vocabularies/contraindications.yaml");
    private static final String ENTRY = "  - code: ";

    @Test
    void areThoseOfTheCataloguesVocabulary() throws IOException {
        List<String> vocabulary = Files.readAllLines(VOCABULARY).stream()
                .filter(line -> line.startsWith(ENTRY))
                .map(line -> line.substring(ENTRY.length()).trim())
                .toList();

        assertThat(ConditionCodes.ALL)
                .as("condition-codes.txt and %s", VOCABULARY)
                .containsExactlyElementsOf(vocabulary)
                .contains(ConditionCodes.RED_FLAG);
    }
}
