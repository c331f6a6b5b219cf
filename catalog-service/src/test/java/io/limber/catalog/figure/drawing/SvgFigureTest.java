package io.limber.catalog.figure.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.limber.catalog.figure.Figure;
import io.limber.catalog.figure.PackagedFigures;
import io.limber.catalog.figure.body.Side;
import io.limber.catalog.figure.drawing.SvgFigure.Words;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every picture of every packaged figure, as a browser would read it. */
class SvgFigureTest {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Words WORDS = new Words("limber-x", "en", "A title", "What is seen.");

    /** What a picture is made of; whatever is not here could run, load or link something. */
    private static final Set<String> ELEMENTS = Set.of("svg", "title", "desc", "style", "g", "path");

    private static final Set<String> ATTRIBUTES = Set.of(
            "xmlns", "id", "role", "lang", "viewBox", "width", "height", "aria-labelledby", "class", "transform", "d");

    private static final String NUMBER = "-?+(?:0|[1-9][0-9]*+)(?:\\.[1-9])?+";
    private static final Pattern PATH =
            Pattern.compile("(?:M" + NUMBER + " " + NUMBER + "(?:[LCA]" + NUMBER + "(?: " + NUMBER + ")*+)*+Z?+)*+");

    static Stream<String> figures() {
        return PackagedFigures.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void everyPictureIsADrawingAndNothingElse(String id) {
        List<String> pictures = pictures(id);

        assertThat(pictures).doesNotHaveDuplicates();
        for (String picture : pictures) {
            Seen seen = Seen.in(picture);

            assertThat(seen.namespaces()).containsExactly(SVG);
            assertThat(ELEMENTS).containsAll(seen.elements());
            assertThat(ATTRIBUTES).containsAll(seen.attributes());
            assertThat(seen.first())
                    .containsEntry("role", "img")
                    .containsEntry("lang", "en")
                    .containsEntry("aria-labelledby", "limber-x-t limber-x-d");
            assertThat(seen.texts()).containsEntry("title", "A title").containsEntry("desc", "What is seen.");
            assertThat(seen.ids())
                    .as("unique and the picture's own")
                    .containsExactly("limber-x", "limber-x-t", "limber-x-d");
            for (String foreign : List.of("url(", "@import", "<script", "javascript:", "href", "xlink")) {
                assertThat(picture).doesNotContain(foreign);
            }
            stylesHoldForThePictureAlone(seen);
            outlinesArePathDataInColoursOfThePicture(seen);
        }
    }

    private static void stylesHoldForThePictureAlone(Seen seen) {
        String css = seen.texts().getOrDefault("style", "");
        List<String> keyframes = names("@keyframes ([^{]+)\\{", css);

        assertThat(selectors(css)).isNotEmpty().allMatch(selector -> selector.startsWith("#limber-x "));
        assertThat(keyframes).doesNotHaveDuplicates().allMatch(name -> name.startsWith("limber-x-"));
        assertThat(names("animation:([^ ;}]+)", css).stream().filter(name -> !name.equals("none")))
                .containsExactlyInAnyOrderElementsOf(keyframes);
    }

    private static void outlinesArePathDataInColoursOfThePicture(Seen seen) {
        String css = seen.texts().getOrDefault("style", "");

        assertThat(seen.paths()).hasSizeGreaterThan(10);
        assertThat(seen.inks()).isNotEmpty().allMatch(ink -> css.contains("#limber-x ." + ink + "{"));
        // An empty one is the shadow of a body that is nowhere near the floor.
        assertThat(seen.paths()).allMatch(path -> PATH.matcher(path).matches());
    }

    /** Without a focus the picture has all of the body in it. */
    @ParameterizedTest
    @MethodSource("figures")
    void thePictureIsAsLargeAsWhatIsDrawn(String id) {
        Figure figure = PackagedFigures.of(id);
        Studio studio = new Studio(id, figure);
        Bounds frame = studio.frame();

        assertThat(frame.width()).isBetween(20.0, 400.0);
        assertThat(frame.height()).isBetween(20.0, 400.0);
        if (figure.focus() == null) {
            for (int pose = 0; pose < studio.poses(); pose++) {
                List<Dot> body = outline(new SvgFigure(studio).still(pose, Side.RIGHT, Theme.LIGHT, WORDS));
                assertThat(body).isNotEmpty().allSatisfy(dot -> {
                    assertThat(dot.x()).isBetween(frame.left(), frame.right());
                    assertThat(dot.y()).isBetween(frame.top(), frame.bottom());
                });
            }
        }
    }

    @ParameterizedTest
    @MethodSource("figures")
    void theOtherSideIsTheMirrorImageInTheSameFrame(String id) {
        Studio studio = new Studio(id, PackagedFigures.of(id));
        SvgFigure svg = new SvgFigure(studio);

        String right = svg.still(1, Side.RIGHT, Theme.LIGHT, WORDS);
        String left = svg.still(1, Side.LEFT, Theme.LIGHT, WORDS);

        double shift = Double.parseDouble(
                names("<g transform=\"matrix\\(-1 0 0 1 (\\S+) 0\\)\">", left).getFirst());
        assertThat(left.replaceFirst("<g transform=[^>]*>", "<g>")).isEqualTo(right);
        // What lies at the left edge comes to lie at the right one.
        assertThat(shift - studio.frame().left()).isCloseTo(studio.frame().right(), within(0.06));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void equalInputGivesEqualBytes(String id) {
        SvgFigure once = new SvgFigure(new Studio(id, PackagedFigures.of(id)));
        SvgFigure again = new SvgFigure(new Studio(id, PackagedFigures.again(id)));

        for (int pose = 0; pose < PackagedFigures.of(id).poses().size(); pose++) {
            assertThat(again.still(pose, Side.LEFT, Theme.AUTO, WORDS))
                    .isEqualTo(once.still(pose, Side.LEFT, Theme.AUTO, WORDS));
        }
        assertThat(again.animated(Side.LEFT, Theme.AUTO, WORDS)).isEqualTo(once.animated(Side.LEFT, Theme.AUTO, WORDS));
    }

    @Test
    void anAnimationShowsEveryKeyPoseAndOneFrameAtATime() {
        int poses = PackagedFigures.of("cat-cow").poses().size();
        Studio studio = new Studio("cat-cow", PackagedFigures.of("cat-cow"));
        String picture = new SvgFigure(studio).animated(Side.RIGHT, Theme.LIGHT, WORDS);

        String css = style(picture);
        List<double[]> shown = new ArrayList<>();
        Matcher keyframes = Pattern.compile(
                        "@keyframes limber-x-\\d+\\{0%\\{visibility:(?:visible|hidden)}(?:([0-9.]+)%\\{visibility:visible})?(?:([0-9.]+)%\\{visibility:hidden})?}")
                .matcher(css);
        while (keyframes.find()) {
            shown.add(new double[] {
                keyframes.group(1) == null ? 0 : Double.parseDouble(keyframes.group(1)),
                keyframes.group(2) == null ? 100 : Double.parseDouble(keyframes.group(2))
            });
        }

        assertThat(shown).hasSize(2 * (poses - 1) * 10);
        for (int frame = 0; frame < shown.size(); frame++) {
            double before = frame == 0 ? 0 : shown.get(frame - 1)[1];
            assertThat(shown.get(frame)[0])
                    .as("frame %d begins where the last one ends", frame)
                    .isEqualTo(before);
            assertThat(shown.get(frame)[1]).isGreaterThan(shown.get(frame)[0]);
        }
        assertThat(shown.getLast()[1]).isEqualTo(100);
        List<String> frames = Pattern.compile("<g class=\"f f\\d+\">\n")
                .splitAsStream(picture)
                .skip(1)
                .toList();
        for (int pose = 0; pose < poses; pose++) {
            StringBuilder still = new StringBuilder();
            studio.between(pose, pose, 0).write(still);
            assertThat(frames.get(10 * pose)).startsWith(still.toString());
        }
    }

    @Test
    void whoWantsNoMovementSeesTheLastPoseAlone() {
        int last = PackagedFigures.of("cat-cow").poses().size() - 1;
        String css = style(new SvgFigure(new Studio("cat-cow", PackagedFigures.of("cat-cow")))
                .animated(Side.RIGHT, Theme.AUTO, WORDS));

        String still = css.substring(css.indexOf("@media(prefers-reduced-motion:reduce)"));

        assertThat(still)
                .isEqualTo("@media(prefers-reduced-motion:reduce){#limber-x .f{animation:none}#limber-x .f" + 10 * last
                        + "{visibility:visible}}\n");
        assertThat(css).contains("#limber-x .f{visibility:hidden}");
    }

    @Test
    void aThemeIsForLightOrDarkPagesAndAutoForBoth() {
        SvgFigure svg = new SvgFigure(new Studio("cat-cow", PackagedFigures.of("cat-cow")));

        String light = style(svg.still(0, Side.RIGHT, Theme.LIGHT, WORDS));
        String dark = style(svg.still(0, Side.RIGHT, Theme.DARK, WORDS));
        String auto = style(svg.still(0, Side.RIGHT, Theme.AUTO, WORDS));

        assertThat(light).isNotEqualTo(dark).doesNotContain("@media");
        assertThat(auto)
                .startsWith(light)
                .contains("@media(prefers-color-scheme:dark){" + dark.substring(dark.indexOf("}\n") + 2));
    }

    @Test
    void wordsAreTextWhateverIsInThem() {
        String title = "<script>alert(\"1\")</script> & 'co' ]]> &amp;";
        String description = "</desc><image href=\"http://evil.example/\"/>\u0000\u0001\u000b\uffff\ud800 tab\tline\n";
        SvgFigure svg = new SvgFigure(new Studio("cat-cow", PackagedFigures.of("cat-cow")));

        for (String picture : List.of(
                svg.still(0, Side.LEFT, Theme.LIGHT, new Words("limber-x", "en", title, description)),
                svg.animated(Side.LEFT, Theme.LIGHT, new Words("limber-x", "en", title, description)))) {
            Seen seen = Seen.in(picture);

            assertThat(seen.texts())
                    .containsEntry("title", title)
                    .containsEntry("desc", "</desc><image href=\"http://evil.example/\"/> tab\tline\n");
            assertThat(seen.elements()).doesNotContain("script", "image");
        }
    }

    private static List<String> pictures(String id) {
        SvgFigure svg = new SvgFigure(new Studio(id, PackagedFigures.of(id)));
        List<String> pictures = new ArrayList<>();
        for (Side side : Side.values()) {
            for (Theme theme : Theme.values()) {
                for (int pose = 0; pose < PackagedFigures.of(id).poses().size(); pose++) {
                    pictures.add(svg.still(pose, side, theme, WORDS));
                }
                pictures.add(svg.animated(side, theme, WORDS));
            }
        }
        return pictures;
    }

    /**
     * What a reader of XML sees in a picture.
     *
     * @param first attributes of the outermost element
     * @param texts by the element they stand in
     * @param inks classes of outlines
     * @param paths data of outlines
     */
    private record Seen(
            Set<String> namespaces,
            Set<String> elements,
            Set<String> attributes,
            Map<String, String> first,
            List<String> ids,
            Map<String, String> texts,
            Set<String> inks,
            List<String> paths) {
        static Seen in(String svg) {
            Seen seen = new Seen(
                    new HashSet<>(),
                    new HashSet<>(),
                    new HashSet<>(),
                    new HashMap<>(),
                    new ArrayList<>(),
                    new HashMap<>(),
                    new HashSet<>(),
                    new ArrayList<>());
            try {
                XMLStreamReader reader = XMLInputFactory.newFactory().createXMLStreamReader(new StringReader(svg));
                String within = "";
                while (reader.hasNext()) {
                    switch (reader.next()) {
                        case XMLStreamConstants.START_ELEMENT -> {
                            within = reader.getLocalName();
                            seen.element(reader);
                        }
                        case XMLStreamConstants.CHARACTERS ->
                            seen.texts.merge(within, reader.getText(), String::concat);
                        case XMLStreamConstants.END_ELEMENT -> within = "";
                        case XMLStreamConstants.END_DOCUMENT -> {}
                        default -> throw new AssertionError("what is this? " + reader.getEventType());
                    }
                }
            } catch (XMLStreamException e) {
                throw new AssertionError(svg.substring(0, Math.min(svg.length(), 2000)), e);
            }
            return seen;
        }

        private void element(XMLStreamReader reader) {
            namespaces.add(String.valueOf(reader.getNamespaceURI()));
            elements.add(reader.getLocalName());
            for (int index = 0; index < reader.getAttributeCount(); index++) {
                String name = reader.getAttributeName(index).toString();
                String value = reader.getAttributeValue(index);
                attributes.add(name);
                if (elements.size() == 1 && reader.getLocalName().equals("svg")) {
                    first.put(name, value);
                }
                if (name.equals("id")) {
                    ids.add(value);
                } else if (name.equals("d")) {
                    paths.add(value);
                } else if (name.equals("class") && reader.getLocalName().equals("path")) {
                    inks.add(value);
                }
            }
        }
    }

    private static String style(String picture) {
        return Seen.in(picture).texts().getOrDefault("style", "");
    }

    /** Of every rule, also of those within {@code @media}; what moves is named by {@code @keyframes} and has none. */
    private static List<String> selectors(String css) {
        String rules =
                css.replaceAll("@keyframes [^{]+\\{(?:[^{}]*\\{[^{}]*})*}", "").replaceAll("@media\\([^)]*\\)\\{", "");
        return names("([^{}]+)\\{[^{}]*}", rules).stream().map(String::strip).toList();
    }

    private static List<String> names(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** Where the outlines of skin and clothes have corners. */
    private static List<Dot> outline(String svg) {
        List<Dot> dots = new ArrayList<>();
        Matcher paths = Pattern.compile("<path class=\"(?:s|sf|t|tf|p|pf|h|hf)\" d=\"([^\"]*)\"")
                .matcher(svg);
        while (paths.find()) {
            Matcher ends =
                    Pattern.compile("(-?[0-9.]+) (-?[0-9.]+)(?=[MLCAZ]|$)").matcher(paths.group(1));
            while (ends.find()) {
                dots.add(new Dot(Double.parseDouble(ends.group(1)), Double.parseDouble(ends.group(2)), 0));
            }
        }
        return dots;
    }
}
