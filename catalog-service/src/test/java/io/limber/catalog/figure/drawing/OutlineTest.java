package io.limber.catalog.figure.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlineTest {
    private static final long SEED = Long.getLong("limber.seed", System.nanoTime());
    private static final int CASES = 300;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void tellSeed() {
        System.out.println("OutlineTest seed " + SEED);
    }

    @Test
    void theHullOfASquareAndWhatIsInItIsTheSquare() {
        List<Dot> hull = Outline.hull(dots("0 0, 2 0, 4 0, 4 4, 0 4, 1 1, 2 3, 0 2"));

        assertThat(hull).containsExactlyInAnyOrderElementsOf(dots("0 0, 4 0, 4 4, 0 4"));
    }

    @Test
    void aHullIsConvexRunsOneWayAndHasEveryPointInIt() {
        for (int turn = 0; turn < CASES; turn++) {
            List<Dot> points = points(3 + random.nextInt(40));

            List<Dot> hull = Outline.hull(points);

            assertThat(new HashSet<>(hull)).hasSameSizeAs(hull);
            for (int corner = 0; corner < hull.size(); corner++) {
                Dot from = hull.get(corner);
                Dot to = hull.get((corner + 1) % hull.size());
                Dot after = hull.get((corner + 2) % hull.size());
                assertThat(side(from, to, after)).as("turns the same way").isGreaterThan(0);
                assertThat(points)
                        .allSatisfy(point -> assertThat(side(from, to, point))
                                .as("is not outside")
                                .isGreaterThan(-0.5));
            }
        }
    }

    @Test
    void aHullDoesNotDependOnTheOrderOfItsPoints() {
        for (int turn = 0; turn < CASES; turn++) {
            List<Dot> points = points(3 + random.nextInt(20));
            List<Dot> shuffled = new ArrayList<>(points);
            Collections.shuffle(shuffled, random);

            assertThat(Outline.polygon(Outline.hull(shuffled))).isEqualTo(Outline.polygon(Outline.hull(points)));
        }
    }

    @Test
    void pointsThatDifferByRoundingAloneAreOneCorner() {
        List<Dot> hull = Outline.hull(dots("0 0, 0.0000001 0, 4 0, 4 0.0000002, 4 4, 0 4"));

        assertThat(hull).hasSize(4);
    }

    @Test
    void pointsOnOneLineAreALine() {
        assertThat(Outline.hull(dots("1 1, 2 2, 3 3, 2 2"))).containsExactlyInAnyOrderElementsOf(dots("1 1, 3 3"));
    }

    @Test
    void aCapsuleTouchesBothCircles() {
        for (int turn = 0; turn < CASES; turn++) {
            Dot from = new Dot(between(-50, 50), between(-50, 50), 0);
            double fromRadius = between(1, 10);
            double toRadius = between(1, 10);
            Dot to = from.plus(between(12, 30), between(-30, 30));

            List<double[]> arcs = numbers(Outline.capsule(from, fromRadius, to, toRadius));

            // M on the first circle, A to the other side of it, L to the second one, A back round it.
            assertThat(arcs).hasSize(4);
            assertThat(from.distance(end(arcs.get(0)))).isCloseTo(fromRadius, within(0.15));
            assertThat(from.distance(end(arcs.get(1)))).isCloseTo(fromRadius, within(0.15));
            assertThat(to.distance(end(arcs.get(2)))).isCloseTo(toRadius, within(0.15));
            assertThat(to.distance(end(arcs.get(3)))).isCloseTo(toRadius, within(0.15));
            assertThat(arcs.get(1)[3])
                    .as("the large arc is on the large circle")
                    .isEqualTo(fromRadius > toRadius ? 1 : 0);
            assertThat(arcs.get(3)[3]).isEqualTo(fromRadius > toRadius ? 0 : 1);
        }
    }

    @Test
    void aCircleInACircleIsTheLargerOne() {
        Dot middle = new Dot(5, 5, 0);

        assertThat(Outline.capsule(middle, 4, middle.plus(1, 0), 2)).isEqualTo(Outline.circle(middle, 4));
        assertThat(Outline.capsule(middle, 2, middle.plus(1, 0), 4)).isEqualTo(Outline.circle(middle.plus(1, 0), 4));
    }

    @Test
    void aSmoothLineGoesThroughItsPoints() {
        assertThat(Outline.through(dots("0 0, 6 0, 12 6"))).isEqualTo("M0 0C1 0 4 -1 6 0C8 1 11 5 12 6");
    }

    @Test
    void aLineIsOpenAndAPolygonIsNot() {
        assertThat(Outline.line(dots("0 0, 1 2"))).isEqualTo("M0 0L1 2");
        assertThat(Outline.polygon(dots("0 0, 1 2"))).isEqualTo("M0 0L1 2Z");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "0.04, 0",
        "-0.04, 0",
        "0.05, 0.1",
        "-0.06, -0.1",
        "-0.5, -0.5",
        "1, 1",
        "-1, -1",
        "1.96, 2",
        "-1.96, -2",
        "12.34, 12.3",
        "-12.36, -12.4",
        "1000000, 1000000",
        "1e-9, 0",
    })
    void numbersHaveAtMostOneDecimalAndNoSignOnNothing(double value, String text) {
        assertThat(Outline.number(value)).isEqualTo(text);
    }

    private List<Dot> points(int count) {
        List<Dot> points = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            points.add(new Dot(between(-100, 100), between(-100, 100), 0));
        }
        return points;
    }

    private double between(double least, double greatest) {
        return least + random.nextDouble() * (greatest - least);
    }

    /** Twice the area to the inner side of a line. */
    private static double side(Dot from, Dot to, Dot point) {
        return (to.x() - from.x()) * (point.y() - from.y()) - (to.y() - from.y()) * (point.x() - from.x());
    }

    private static List<double[]> numbers(String path) {
        List<double[]> all = new ArrayList<>();
        for (String command : path.replace("Z", "").split("(?=[MALC])")) {
            String[] words = command.substring(1).split(" ");
            double[] numbers = new double[words.length];
            for (int index = 0; index < words.length; index++) {
                numbers[index] = Double.parseDouble(words[index]);
            }
            all.add(numbers);
        }
        return all;
    }

    private static Dot end(double[] command) {
        return new Dot(command[command.length - 2], command[command.length - 1], 0);
    }

    private static List<Dot> dots(String text) {
        List<Dot> dots = new ArrayList<>();
        for (String dot : text.split(", ")) {
            String[] numbers = dot.split(" ");
            dots.add(new Dot(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), 0));
        }
        return dots;
    }
}
