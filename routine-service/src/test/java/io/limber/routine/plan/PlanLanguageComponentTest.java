package io.limber.routine.plan;

import static io.limber.routine.Stretches.stretch;
import static org.assertj.core.api.Assertions.assertThat;

import io.limber.contracts.StretchAdapted;
import io.limber.contracts.StretchWords;
import io.limber.routine.CatalogueFeed;
import io.limber.routine.Platform;
import io.limber.routine.RoutineStack;
import io.limber.testkit.TopicRecord;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In whose words a plan's reminders name its stretches. */
@QuarkusTest
class PlanLanguageComponentTest extends RoutineStack {
    private final Platform platform = Platform.fresh();
    private final String adapted = "adapted-" + UUID.randomUUID();
    private final CatalogueFeed catalogue = new CatalogueFeed();
    private final ScheduleTopic topic = new ScheduleTopic();

    @BeforeEach
    void fillCatalogue() {
        catalogue.publish(null, stretch(adapted).named("Cat-cow").translated("de", "Katze und Kuh"));
        catalogue.publish(
                platform.tenant(), stretch("twist").named("Twist").translated("de", "Drehung"), stretch("plain"));
        catalogue.adapt(
                platform.tenant(),
                new StretchAdapted(
                        adapted, 1, false, Map.of("de", words("Katzenbuckel"), "en", words("Arch and round"))));
    }

    @AfterEach
    void close() {
        topic.close();
        catalogue.close();
    }

    @Test
    void theyAreTheTenantsInThePersonsLanguage() {
        platform.describeSpeaking("anna", null, "de-AT");
        platform.describeSpeaking("bob", null, "en");
        String routine = platform.compose(adapted, "twist");

        TopicRecord annas = topic.of(platform.plan("anna", routine, 201), 1).getFirst();
        TopicRecord bobs = topic.of(platform.plan("bob", routine, 201), 1).getFirst();

        assertThat(language(annas)).isEqualTo("de");
        assertThat(names(annas)).containsExactly("Katzenbuckel", "Drehung");
        assertThat(language(bobs)).isEqualTo("en");
        assertThat(names(bobs)).containsExactly("Arch and round", "Twist");
    }

    @Test
    void theyAreEnglishWhenAStretchHasNoNameInThePersonsLanguage() {
        platform.describeSpeaking("anna", null, "de");

        TopicRecord event = topic.of(platform.plan("anna", platform.compose(adapted, "plain"), 201), 1)
                .getFirst();

        assertThat(language(event)).isEqualTo("en");
        assertThat(names(event)).containsExactly("Arch and round", "The plain");
    }

    @Test
    void aChangedLanguageIsPublishedForThePlansItChangesTheWordsOf() {
        platform.describeSpeaking("anna", null, "en");
        String translated = platform.plan("anna", platform.compose(adapted), 201);
        String english = platform.plan("anna", platform.compose("plain"), 201);

        platform.describeSpeaking("anna", "\"v1\"", "de").then().statusCode(200);

        TopicRecord last = topic.of(translated, 2).getLast();
        assertThat(last.json().at("/version").asInt()).isEqualTo(2);
        assertThat(language(last)).isEqualTo("de");
        assertThat(names(last)).containsExactly("Katzenbuckel");
        platform.readPlan(english).then().header("ETag", "\"v1\"");
    }

    private static StretchWords words(String name) {
        return new StretchWords(name, null, null, null, null, null, null, null);
    }

    private static String language(TopicRecord event) {
        return event.json().at("/routine/locale").asText();
    }

    private static List<String> names(TopicRecord event) {
        return event.json().at("/routine/items").findValuesAsText("name");
    }
}
