package io.limber.catalog.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limber.catalog.guidance.Guidance;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.vocabulary.Vocabulary;
import io.limber.catalog.vocabulary.VocabularyName;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTest {
    private static final ContentFiles PACKAGED = ContentFiles.packaged();

    @Test
    void thePackagedContentIsRight() {
        Content content = Content.read(PACKAGED);

        assertThat(content.stretches().stream().map(file -> file.value().id()))
                .containsExactlyInAnyOrderElementsOf(PACKAGED.texts().keySet().stream()
                        .filter(file -> file.startsWith("stretches/"))
                        .map(file -> file.substring("stretches/".length(), file.length() - ".yaml".length()))
                        .toList())
                .contains("cat-cow", "sleep-positions");
        assertThat(content.guidance().stream().map(ContentDocument::value).map(Guidance::id))
                .containsExactlyInAnyOrder(
                        "breaks",
                        "general-rules",
                        "how-much",
                        "movements-not-recommended",
                        "red-flags",
                        "sleep-positions",
                        "when-not-to-stretch");
        assertThat(content.vocabularies().stream().map(ContentDocument::value).map(Vocabulary::name))
                .containsExactlyInAnyOrderElementsOf(VocabularyName.all());
    }

    @Test
    void everyItemTellsAllThatAPersonNeeds() {
        List<Stretch> stretches = Content.read(PACKAGED).stretches().stream()
                .map(ContentDocument::value)
                .toList();

        assertThat(stretches).allSatisfy(stretch -> {
            assertThat(stretch.steps()).isNotEmpty();
            assertThat(stretch.sources()).isNotEmpty();
            assertThat(stretch.regions()).isNotEmpty();
            assertThat(stretch.licence()).isEqualTo("CC-BY-4.0");
        });
        assertThat(stretches.stream().filter(stretch -> stretch.kind().equals(Stretch.HABIT)))
                .isNotEmpty()
                .allSatisfy(habit -> assertThat(habit.dose()).isNull());
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            stretches/cat-cow.yaml | kind: DYNAMIC | kind: [                                    | at : is not YAML
            stretches/cat-cow.yaml | summary: Moves | sumary: Moves                             | at /sumary: there is no field 'sumary' here
            stretches/cat-cow.yaml | licence: CC-BY-4.0 | ""                                    | at /licence: is missing or empty
            stretches/cat-cow.yaml | name: Cat-cow | name: " "                                  | at /name: is missing or empty
            stretches/cat-cow.yaml | name: Cat-cow | "name: Cat-cow\\nname: Cow"                | is not YAML
            stretches/cat-cow.yaml | revision: 2 | revision: 0                                  | at /revision: begins with 1
            stretches/cat-cow.yaml | revision: 2 | revision: one                                | at /revision
            stretches/cat-cow.yaml | id: cat-cow | id: cow-cat                                  | at /id: 'cow-cat' is not the file's name
            stretches/cat-cow.yaml | kind: DYNAMIC | kind: SWINGING                             | at /kind: 'SWINGING' is not in vocabularies/kinds.yaml
            stretches/cat-cow.yaml | difficulty: BEGINNER | difficulty: HARD                    | at /difficulty: 'HARD' is not in
            stretches/cat-cow.yaml | officeFit: FLOOR_SPACE | officeFit: ROOF                   | at /officeFit: 'ROOF' is not in
            stretches/cat-cow.yaml | position: all-fours | position: headstand                  | at /position: 'headstand' is not in
            stretches/cat-cow.yaml | regions: [lower-back | regions: [tail                      | at /regions: 'tail' is not in
            stretches/cat-cow.yaml | muscles: [erector-spinae | muscles: [heart                 | at /muscles: 'heart' is not in
            stretches/cat-cow.yaml | equipment: [mat] | equipment: [trapeze]                    | at /equipment: 'trapeze' is not in
            stretches/cat-cow.yaml | movementClasses: [KNEEL | movementClasses: [FLY            | at /movementClasses: 'FLY' is not in
            stretches/cat-cow.yaml | movementClasses: [KNEEL | movementClasses: [BALLISTIC      | at /movementClasses: no item may have a class of
            stretches/cat-cow.yaml | repetitions: {min: 5, | repetitions: {min: 50,             | at /dose/repetitions: a range needs 0 <= min <= default <= max
            stretches/cat-cow.yaml | sets: {min: 1 | sets: {min: 0                              | at /dose/sets: min is below 1
            stretches/cat-cow.yaml | sides: BOTH_TOGETHER | sides: NEITHER                      | at /dose/sides
            stretches/cat-cow.yaml | restSeconds: 0 | restSeconds: -1                           | at /dose/restSeconds: is below 0
            stretches/cat-cow.yaml | kind: DYNAMIC | kind: HABIT                                | at /dose: a habit has none
            stretches/sleep-positions.yaml | kind: HABIT | kind: STATIC                         | at /dose: is missing; only a habit has none
            stretches/neck-flexion.yaml | holdSeconds: {min: 5 | holdSeconds: {min: 0           | at /dose/holdSeconds: min is below 1
            stretches/cat-cow.yaml | when: WRIST_INJURY | when: WRIST                           | at /cautions: 'WRIST' is not in vocabularies/contraindications.yaml
            stretches/cat-cow.yaml | code: OSTEOPOROSIS | code: BRITTLE                         | at /contraindications/BRITTLE: 'BRITTLE' is not in
            stretches/cat-cow.yaml | code: OSTEOPOROSIS | code: RADICULOPATHY                   | at /contraindications/RADICULOPATHY: is there twice
            stretches/cat-cow.yaml | code: OSTEOPOROSIS | code: RED_FLAG                        | at /contraindications/RED_FLAG: rules out everything
            stretches/cat-cow.yaml | "code: OSTEOPOROSIS\\n    action: AVOID" | "code: OSTEOPOROSIS\\n    action: MODIFY" | at /contraindications/OSTEOPOROSIS: the classes [SPINE-FLEX] ask for AVOID, here is MODIFY
            stretches/cat-cow.yaml | KNEEL, WRIST-LOAD | KNEEL, OVERHEAD, WRIST-LOAD            | at /contraindications/SHOULDER_INJURY: the classes [OVERHEAD] ask for AVOID
            stretches/cat-cow.yaml | KNEEL, WRIST-LOAD | KNEEL, BALANCE, WRIST-LOAD             | at /contraindications/UNSTEADY_BALANCE: the classes [BALANCE] ask for AVOID, here is nothing
            stretches/neck-flexion.yaml | "code: FRACTURE\\n    action: CLINICIAN" | "code: FRACTURE\\n    action: MODIFY" | at /contraindications/FRACTURE: every exercise asks for CLINICIAN or AVOID, here is MODIFY
            stretches/cat-cow.yaml | action: AVOID | action: PERHAPS                            | at /contraindications
            stretches/cat-cow.yaml | {code: SRC, tier: A} | {code: GOSSIP, tier: A}             | at /sources/GOSSIP: 'GOSSIP' is not in vocabularies/sources.yaml
            stretches/cat-cow.yaml | {code: SRC, tier: A} | {code: SRC, tier: C}                | at /sources/SRC: is of tier A, here is C
            guidance/red-flags.yaml | "\\n    route: EMERGENCY" | ""                            | at /items/0/route: a warning sign says where to go
            guidance/general-rules.yaml | "sources: [NHSI-BACK, " | "route: CHECK\\n    sources: [" | at /items/0/route: only warning signs have a route
            guidance/general-rules.yaml | NHSI-BACK | HEARSAY                                   | at /items/0/sources: 'HEARSAY' is not in
            guidance/general-rules.yaml | id: GR2 | id: GR1                                     | at /items: 'GR1' is there twice
            vocabularies/regions.yaml | code: neck | code: eyes                                 | at /entries: 'eyes' is there twice
            vocabularies/contraindications.yaml | "avoid: [HAMSTRING-TENSION, NERVE" | "avoid: [TAIL-WAG, NERVE" | at /entries/RADICULOPATHY/avoid: 'TAIL-WAG' is not in
            retired.yaml | stretches: [] | "stretches: [{id: cat-cow}]"                           | 'cat-cow' is in retired.yaml and cannot come back
            """)
    void saysWhichFileAndFieldIsWrong(String file, String good, String bad, String sentence) {
        String text = packaged(file);
        String from = unescaped(good);
        assertThat(text).as("the sample still changes something").contains(from);
        ContentFiles broken =
                with(file, text.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(unescaped(bad))));

        BrokenContent failure = catchThrowableOfType(BrokenContent.class, () -> Content.read(broken));

        String named = file.equals("retired.yaml") ? "stretches/cat-cow.yaml" : file;
        assertThat(failure).hasMessageContaining(named).hasMessageContaining(sentence.replace("at : ", ""));
    }

    @Test
    void saysWhichFileIsMissing() {
        SortedMap<String, String> texts = new TreeMap<>(PACKAGED.texts());
        texts.remove("vocabularies/regions.yaml");

        assertThatThrownBy(() -> Content.read(new ContentFiles(texts)))
                .hasMessageContaining("vocabularies/regions.yaml: is missing");
    }

    @Test
    void saysWhichFileLiesInTheWrongPlace() {
        assertThatThrownBy(() -> Content.read(with("stretch/new.yaml", "id: new")))
                .hasMessageContaining("stretch/new.yaml: is in no folder that is read");
    }

    @Test
    void namesAllMistakesAtOnce() {
        SortedMap<String, String> texts = new TreeMap<>(PACKAGED.texts());
        texts.computeIfPresent("stretches/cat-cow.yaml", (file, text) -> text.replace("[mat]", "[rope]"));
        texts.computeIfPresent("stretches/neck-flexion.yaml", (file, text) -> text.replace("STATIC", "ELASTIC"));

        BrokenContent failure = catchThrowableOfType(BrokenContent.class, () -> Content.read(new ContentFiles(texts)));

        assertThat(failure.mistakes()).hasSize(2);
    }

    @Test
    void theHashIsOfWordsAndNumbersNotOfLayout() {
        String text = packaged("stretches/cat-cow.yaml");

        String hash = hash(text);

        assertThat(hash("# a comment\n" + text.replace("revision: 2", "revision: 7")))
                .isEqualTo(hash);
        assertThat(hash(text.replace("max: 10", "max: 11"))).isNotEqualTo(hash);
    }

    private static String hash(String catCow) {
        return Content.read(with("stretches/cat-cow.yaml", catCow)).stretches().stream()
                .filter(file -> file.value().id().equals("cat-cow"))
                .findFirst()
                .orElseThrow()
                .toStore()
                .hash();
    }

    private static ContentFiles with(String file, String text) {
        SortedMap<String, String> texts = new TreeMap<>(PACKAGED.texts());
        texts.put(file, text);
        return new ContentFiles(texts);
    }

    private static String packaged(String file) {
        return Objects.requireNonNull(PACKAGED.texts().get(file), file);
    }

    private static String unescaped(@Nullable String text) {
        return text == null ? "" : text.replace("\\n", "\n");
    }
}
