package io.limber.catalog.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.limber.catalog.content.Packaged;
import io.limber.catalog.figure.body.Base;
import io.limber.catalog.figure.body.Joint;
import io.limber.catalog.figure.body.JointRef;
import io.limber.catalog.figure.body.Landmark;
import io.limber.catalog.figure.body.Pose;
import io.limber.catalog.figure.drawing.Camera;
import io.limber.catalog.figure.drawing.Muscle;
import io.limber.catalog.figure.drawing.Prop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The figures are what the committed contact sheet shows, stroke for stroke: whoever changes one, or how they are drawn, looks. */
class FigureSheetContractTest {
    private static final Path COMMITTED = Path.of("../docs/figures/contact-sheet.svg");
    private static final Path PAGE = Path.of("../docs/figures/README.md");
    private static final int LARGEST = 1_500_000;

    @Test
    void theFiguresAreWhatTheCommittedContactSheetShows() throws IOException {
        String drawn = ContactSheet.draw();
        if (Boolean.getBoolean("limber.figures.update")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, drawn);
        }
        String committed = Files.readString(COMMITTED);
        Map<String, String> before = figures(committed);
        Map<String, String> now = figures(drawn);

        List<String> changed = now.keySet().stream()
                .filter(id -> !Objects.equals(now.get(id), before.get(id)))
                .toList();

        assertThat(changed)
                .as(
                        "Figures changed? Run ./mvnw -f catalog-service/pom.xml test -Dtest=FigureSheetContractTest"
                                + " -Dlimber.figures.update=true, and look at %s",
                        COMMITTED)
                .isEmpty();
        // Not printed: it is more than a megabyte.
        assertThat(drawn.equals(committed))
                .as("the sheet's order, headings and captions; update it as above")
                .isTrue();
    }

    @Test
    void everyPoseOfEveryFigureIsOnTheSheetUnderItsName() throws IOException {
        String committed = Files.readString(COMMITTED);
        Map<String, String> figures = figures(committed);

        assertThat(figures.keySet()).isEqualTo(PackagedFigures.all().keySet());
        PackagedFigures.all()
                .forEach((id, figure) -> assertThat(figures.get(id))
                        .contains(">" + Packaged.stretch(id).name() + "</text>")
                        .satisfies(drawn -> assertThat(drawn.split("<svg ", -1))
                                .hasSize(1 + figure.poses().size())));
        assertThat(committed.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LARGEST);
    }

    @Test
    void thePageBesideItNamesEverythingThatAFigureMaySay() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> names = new TreeSet<>();
        names.addAll(JointRef.names().stream()
                .filter(name ->
                        !name.startsWith("right") && JointRef.named(name).size() == 1)
                .toList());
        Arrays.stream(Joint.values())
                .forEach(joint -> names.addAll(joint.angles().keySet()));
        names.addAll(Landmark.names());
        names.addAll(Muscle.names());
        names.removeIf(name -> name.startsWith("right"));
        Stream.of(Base.values(), Prop.Kind.values()).flatMap(Arrays::stream).forEach(name -> names.add(name.name()));
        for (Class<?> written :
                List.of(Figure.class, Camera.class, Prop.class, Pose.class, Pose.Reach.class, Pose.Arrow.class)) {
            Arrays.stream(written.getRecordComponents()).forEach(key -> names.add(key.getName()));
        }

        assertThat(names)
                .hasSizeGreaterThan(100)
                .allSatisfy(name -> assertThat(page).containsPattern("`[^`]*\\b" + name + "\\b[^`]*`"));
        assertThat(page).contains("](contact-sheet.svg)");
    }

    /** What the sheet has of each figure, by id. */
    private static Map<String, String> figures(String sheet) {
        Map<String, String> figures = new TreeMap<>();
        Pattern.compile("(?s)<g id=\"f-([^\"]+)\">\n(.*?</text>\n</g>)")
                .matcher(sheet)
                .results()
                .forEach(figure -> figures.put(figure.group(1), figure.group(2)));
        return figures;
    }
}
