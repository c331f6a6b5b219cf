package io.limber.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.catalog.content.Packaged;
import io.limber.catalog.language.Language;
import io.limber.catalog.stretch.Facet;
import io.limber.catalog.stretch.Stretch;
import io.limber.catalog.stretch.StretchText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What people type, and what they should see before they scroll. */
class SearchQualityTest {
    private static final long SEED = Long.getLong("limber.seed", System.nanoTime());
    private static final int BEFORE_SCROLLING = 3;
    private static final int SLIPS = Integer.getInteger("limber.slips", 2);

    private static final Searcher SEARCHER = new Searcher(List.of(Indexes.of(true, Packaged.stretches())), List.of());

    private static final Set<String> KNOWN = known();

    private final Random random = new Random(SEED);

    @BeforeAll
    static void tellSeed() {
        System.out.println("SearchQualityTest seed " + SEED);
    }

    @ParameterizedTest(name = "{0}: {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            EN | cat cow                            | cat-cow
            EN | cat-cow                            | cat-cow
            EN | CAT COW                            | cat-cow
            EN | downward dog                       | cobra-to-downward-dog
            EN | child's pose                       | bottom-to-heels
            EN | figure four                        | supine-figure-four
            EN | figure four                        | seated-figure-four
            EN | chin tuck                          | chin-tuck
            EN | butterfly                          | butterfly
            EN | sciatic                            | glute-bridge
            EN | sciatica                           | supine-figure-four
            EN | bum                                | glute-bridge
            EN | butt                               | supine-figure-four
            EN | piriformis                         | seated-figure-four
            EN | desk                               | desk-forward-lean
            EN | at my desk                         | desk-forward-lean
            EN | doorway                            | corner-stretch
            EN | chair                              | chair-thoracic-extension
            EN | stiff neck                         | neck-lateral-flexion
            EN | sore neck                          | neck-flexion
            EN | neck pain                          | neck-rotation
            EN | neck ache                          | neck-lateral-flexion
            EN | my neck hurts                      | neck-flexion
            EN | tight shoulders                    | shoulder-shrug
            EN | shoulder pain                      | shoulder-roll
            EN | lower back pain                    | lower-back-rotation
            EN | backache                           | sleep-positions
            EN | tight hips                         | half-kneeling-hip-flexor
            EN | hip flexor                         | standing-hip-flexor
            EN | psoas                              | half-kneeling-hip-flexor
            EN | groin                              | butterfly
            EN | quads                              | standing-quad
            EN | hamstring                          | supine-hamstring
            EN | calves                             | calf-soleus
            EN | achilles                           | calf-wall
            EN | carpal tunnel                      | median-nerve-glide
            EN | typing                             | wrist-side-bend
            EN | eye strain                         | eye-20-20-20
            EN | screen                             | eye-20-20-20
            EN | triceps                            | overhead-triceps
            EN | it band                            | standing-itb
            EN | traps                              | shoulder-roll
            EN | levator                            | levator-scapulae-stretch
            EN | abs                                | supine-abdominal-draw-in
            EN | hunched back                       | chair-thoracic-extension
            EN | posture                            | posture-reset
            EN | between the shoulder blades        | scapular-squeeze
            EN | in bed                             | sleep-positions
            EN | walk                               | stand-and-walk
            EN | how can i stretch my neck at work  | neck-lateral-flexion
            EN | something for my lower back        | lower-back-rotation
            EN | hamstirng                          | hamstring-stretch-generic
            EN | hamstrngs                          | standing-hamstring
            EN | sholder                            | shoulder-shrug
            EN | claf                               | calf-wall
            EN | pirformis                          | supine-figure-four
            EN | nec                                | neck-rotation
            EN | shou                               | shoulder-roll
            EN | ham                                | supine-hamstring
            EN | wri                                | wrist-flexion
            EN | neck zzzzqq                        | neck-flexion
            EN | Nackenschmerzen                    | neck-flexion
            DE | Nacken                             | neck-flexion
            DE | steifer Nacken                     | neck-rotation
            DE | verspannter Nacken                 | neck-flexion
            DE | Nackenschmerzen                    | neck-flexion
            DE | Nackenverspannung                  | neck-rotation
            DE | Kopf drehen                        | neck-rotation
            DE | Schulterschmerzen                  | shoulder-roll
            DE | Schulterblatt                      | scapular-squeeze
            DE | Rückenschmerzen                    | sleep-positions
            DE | rueckenschmerzen                   | kneeling-back-extension
            DE | ruckenschmerzen                    | kneeling-back-extension
            DE | Kreuz                              | kneeling-back-extension
            DE | Hexenschuss                        | sleep-positions
            DE | LWS                                | kneeling-back-extension
            DE | HWS                                | chin-tuck
            DE | Rundrücken                         | forward-reach-upper-back
            DE | Po                                 | glute-bridge
            DE | Hintern                            | glute-bridge
            DE | Gesäß                              | bottom-to-heels
            DE | gesaess                            | bottom-to-heels
            DE | Ischias                            | glute-bridge
            DE | Handgelenk                         | wrist-side-bend
            DE | Handgelenkschmerzen                | wrist-flexion
            DE | Karpaltunnel                       | median-nerve-glide
            DE | Mausarm                            | wrist-flexion
            DE | Büro                               | shoulder-roll
            DE | am Schreibtisch                    | desk-forward-lean
            DE | Waden                              | calf-wall
            DE | Wadenkrampf                        | calf-soleus
            DE | Hüfte                              | standing-itb
            DE | Hueftbeuger                        | standing-hip-flexor
            DE | Hüftschmerzen                      | seated-crossed-hip
            DE | Oberschenkelrückseite              | supine-hamstring
            DE | müde Augen                         | eye-20-20-20
            DE | Bildschirm                         | eye-20-20-20
            DE | Schlafen                           | sleep-positions
            DE | herabschauender Hund               | cobra-to-downward-dog
            DE | Brücke                             | glute-bridge
            DE | Bruecke                            | glute-bridge
            DE | Brustmuskel dehnen                 | corner-stretch
            DE | Bauch                              | supine-abdominal-draw-in
            DE | Nack                               | neck-flexion
            ES | cuello                             | neck-flexion
            ES | dolor de cuello                    | neck-lateral-flexion
            ES | me duele el cuello                 | neck-flexion
            ES | tortícolis                         | chin-tuck
            ES | torticolis                         | chin-tuck
            ES | dolor de espalda                   | standing-back-extension
            ES | lumbago                            | sleep-positions
            ES | lumbares                           | kneeling-back-extension
            ES | ciática                            | glute-bridge
            ES | ciatica                            | glute-bridge
            ES | culo                               | glute-bridge
            ES | gluteos                            | glute-bridge
            ES | hombros                            | shoulder-roll
            ES | dolor de hombro                    | shoulder-shrug
            ES | muñeca                             | wrist-extension
            ES | muneca                             | wrist-side-bend
            ES | tunel carpiano                     | median-nerve-glide
            ES | oficina                            | shoulder-roll
            ES | escritorio                         | desk-forward-lean
            ES | gemelos                            | calf-wall
            ES | isquiotibilaes                     | supine-hamstring
            ES | cuadriceps                         | standing-quad
            ES | vista cansada                      | eye-20-20-20
            ES | dormir                             | sleep-positions
            ES | perro boca abajo                   | cobra-to-downward-dog
            ES | puente                             | glute-bridge
            ES | omoplatos                          | scapular-squeeze
            ES | ingle                              | butterfly
            ES | estiramiento de cuello             | neck-diagonal
            FR | cou                                | neck-lateral-flexion
            FR | nuque                              | neck-flexion
            FR | mal de dos                         | prone-back-extension
            FR | mal au cou                         | neck-diagonal
            FR | torticolis                         | levator-scapulae-stretch
            FR | bas du dos                         | lower-back-rotation
            FR | lombaires                          | lower-back-rotation
            FR | sciatique                          | glute-bridge
            FR | fesses                             | bottom-to-heels
            FR | épaules                            | shoulder-roll
            FR | epaule                             | shoulder-shrug
            FR | l'épaule                           | shoulder-roll
            FR | mal à l’épaule                     | shoulder-roll
            FR | poignet                            | wrist-flexion
            FR | canal carpien                      | median-nerve-glide
            FR | bureau                             | desk-forward-lean
            FR | mollets                            | calf-wall
            FR | ischio-jambiers                    | supine-hamstring
            FR | ecran                              | eye-20-20-20
            FR | fatigue oculaire                   | eye-20-20-20
            FR | chien tête en bas                  | cobra-to-downward-dog
            FR | pont                               | glute-bridge
            FR | avant-bras                         | forearm-rotation
            FR | omoplates                          | scapular-squeeze
            FR | etirement cou                      | neck-diagonal
            FR | oreiller                           | sleep-positions
            """)
    void findsWhatIsMeantBeforeAnybodyScrolls(Language language, String typed, String id) {
        List<String> found = Asking.words(language, typed).ids(SEARCHER);

        assertThat(found.stream().limit(BEFORE_SCROLLING)).as("%s", found).contains(id);
    }

    /** Everything found is of the part of the body that was asked for. */
    @ParameterizedTest(name = "{0}: {1} finds {2} alone")
    @CsvSource(delimiter = '|', textBlock = """
            EN | stiff neck       | neck
            EN | low back         | lower-back
            EN | it band          | outer-hip
            DE | Po               | glute
            DE | Nackenschmerzen  | neck
            DE | Kreuzschmerzen   | lower-back
            ES | dolor de espalda | lower-back
            FR | mal de dos       | lower-back
            FR | tour de reins    | lower-back
            """)
    void whatPeopleCallAPartOfTheBodyFindsItAlone(Language language, String typed, String region) {
        List<String> found = Asking.words(language, typed).ids(SEARCHER);

        assertThat(found)
                .isNotEmpty()
                .allSatisfy(id ->
                        assertThat(Facet.REGION.codes(Packaged.stretch(id))).contains(region));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aNameFindsItsStretchFirst(Language language) {
        for (Stretch stretch : Packaged.stretches()) {
            String name = stretch.in(language).orElseThrow().name();

            assertThat(Asking.words(language, name).ids(SEARCHER)).as(name).startsWith(stretch.id());
            assertThat(Asking.words(language, plain(name)).ids(SEARCHER))
                    .as(plain(name))
                    .startsWith(stretch.id());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void anotherNameFindsItBeforeAnybodyScrolls(Language language) {
        for (Stretch stretch : Packaged.stretches()) {
            for (String alias : stretch.in(language).orElseThrow().aliases()) {
                assertThat(Asking.words(language, alias).ids(SEARCHER).stream().limit(BEFORE_SCROLLING))
                        .as(alias)
                        .contains(stretch.id());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aSlipOfTheFingerInANameFindsItAllTheSame(Language language) {
        for (Stretch stretch : Packaged.stretches()) {
            StretchText text = stretch.in(language).orElseThrow();
            for (int slip = 0; slip < SLIPS; slip++) {
                String slipped = slipped(text.name());

                assertThat(Asking.words(language, slipped).ids(SEARCHER))
                        .as("%s, meaning %s", slipped, text.name())
                        .contains(stretch.id());
            }
        }
    }

    @Test
    void aWordThatSomebodyKnowsMeansItself() {
        Searcher searcher = named("Cart rest", "Card rest", "Card reset");

        assertThat(Asking.words(Language.EN, "card rest").ids(searcher)).containsExactly("card-rest");
        assertThat(Asking.words(Language.EN, "cadr rest").ids(searcher)).containsExactly("card-rest");
    }

    @Test
    void aWordThatSomebodyKnowsMayStillBeASlipWhenNothingFitsOtherwise() {
        Searcher searcher = named("Cart rest", "Card reset", "Quiet rest");

        assertThat(Asking.words(Language.EN, "card rest").ids(searcher))
                .containsExactlyInAnyOrder("cart-rest", "card-reset");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsTypedInOneLanguageIsFoundWhicheverIsRead(Language read) {
        for (Language written : Language.values()) {
            String name = Packaged.stretch("cat-cow").in(written).orElseThrow().name();

            assertThat(Asking.words(read, name).ids(SEARCHER)).as(name).startsWith("cat-cow");
        }
    }

    @ParameterizedTest
    @CsvSource({"zzzzqq", "x", "qqqq wwww", "%%%%%, ' ", "42"})
    void nonsenseFindsNothing(String typed) {
        Set<String> all = Set.copyOf(Asking.everything().ids(SEARCHER));

        List<String> found = Asking.words(Language.EN, typed).ids(SEARCHER);

        // Marks alone are no words: that is the same as asking for everything.
        assertThat(typed.matches("[%' ,]+") ? Set.copyOf(found) : found)
                .isEqualTo(typed.matches("[%' ,]+") ? all : List.of());
    }

    @Test
    void longAndStrangeInputIsAnsweredToo() {
        for (String typed : List.of(
                "a".repeat(200),
                "schmerz".repeat(28),
                "neck ".repeat(40),
                "\u0000\uffff neck",
                "🦴 neck",
                "(neck OR *:*) AND -x~2^3 \"",
                "ネック",
                "шея")) {
            assertThat(Asking.words(Language.DE, typed).all(SEARCHER).total())
                    .as(typed)
                    .isLessThanOrEqualTo(Packaged.stretches().size());
        }
        assertThat(Asking.words(Language.EN, "🦴 neck").ids(SEARCHER))
                .containsExactlyInAnyOrderElementsOf(
                        Asking.words(Language.EN, "neck").ids(SEARCHER));
    }

    /** In lower case, without accents and marks. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss")
                .replaceAll("[^A-Za-z0-9']+", " ")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    /** What is called so, each under its name with dashes as its id. */
    private static Searcher named(String... names) {
        List<Stretch> stretches = Stream.of(names)
                .map(name -> Indexes.named(name.toLowerCase(Locale.ROOT).replace(' ', '-'), Language.EN, name))
                .toList();
        return new Searcher(List.of(Indexes.of(false, stretches)), List.of());
    }

    /** One of the longer words with a letter left out, doubled or exchanged with its neighbour. */
    private String slipped(String name) {
        List<String> words = new ArrayList<>(List.of(name.split(" ")));
        List<Integer> longer = new ArrayList<>();
        for (int index = 0; index < words.size(); index++) {
            if (words.get(index).matches("\\p{L}{5,}")) {
                longer.add(index);
            }
        }
        if (longer.isEmpty()) {
            return name;
        }
        int which = longer.get(random.nextInt(longer.size()));
        words.set(which, slippedWord(words.get(which)));
        return String.join(" ", words);
    }

    /** Not into another word of the catalogue: "rest" for "reset" is understood as it is. */
    private String slippedWord(String word) {
        while (true) {
            int at = 1 + random.nextInt(word.length() - 2);
            String slipped = switch (random.nextInt(3)) {
                case 0 -> word.substring(0, at) + word.substring(at + 1);
                case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
                default -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            };
            if (!KNOWN.containsAll(Fields.terms(Fields.PLAIN_WORDS, slipped))) {
                return slipped;
            }
        }
    }

    /** Words of names and of what codes are called, in all languages. */
    private static Set<String> known() {
        Set<String> known = new HashSet<>();
        for (Language language : Language.values()) {
            List<String> texts = new ArrayList<>();
            for (Stretch stretch : Packaged.stretches()) {
                StretchText text = stretch.in(language).orElseThrow();
                texts.add(text.name());
                texts.addAll(text.aliases());
                for (Facet facet : Facet.values()) {
                    facet.codes(stretch)
                            .forEach(code -> texts.addAll(Packaged.codes().words(facet.vocabulary(), code, language)));
                }
            }
            texts.forEach(text -> known.addAll(Fields.terms(Fields.PLAIN_WORDS, text)));
        }
        return known;
    }
}
