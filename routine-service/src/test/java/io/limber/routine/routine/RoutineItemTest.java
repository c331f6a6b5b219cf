package io.limber.routine.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.limber.kit.events.EventJson;
import org.junit.jupiter.api.Test;

class RoutineItemTest {
    @Test
    void oneThatWasStoredBeforeTheCatalogueWasTranslatedHasAnEnglishName() throws Exception {
        RoutineItem item = EventJson.MAPPER.readValue("""
                {"stretchId": "cat-cow", "name": "Cat-cow", "holdSeconds": 2, "repetitions": 10, "sets": 1,
                 "sides": "BOTH_TOGETHER", "seconds": 30}""", RoutineItem.class);

        assertThat(item.names()).containsExactly(entry("en", "Cat-cow"));
        assertThat(item.nameIn("de")).isEqualTo("Cat-cow");
    }
}
