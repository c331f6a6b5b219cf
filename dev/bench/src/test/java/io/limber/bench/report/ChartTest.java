package io.limber.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class ChartTest {

    @Test
    void barsAreAsLongAsTheirFigures() throws Exception {
        // Given
        var bars = List.of(new BarChart.Bar("Limber", 150_000), new BarChart.Bar("a < b & c", 50_000));

        // When
        var svg = parse(BarChart.of("Rates", "%,.0f", bars));

        // Then: the first rectangle is the paper
        var rectangles = svg.getElementsByTagName("rect");
        assertThat(rectangles.getLength()).isEqualTo(3);
        assertThat(width(rectangles.item(1))).isEqualTo(3 * width(rectangles.item(2)), within());
        assertThat(width(rectangles.item(1))).isBetween(400.0, (double) Svg.WIDTH);
        assertThat(svg.getDocumentElement().getTextContent()).contains("Rates", "a < b & c", "150,000");
    }

    @Test
    void linesReachFromOneEdgeToTheOther() throws Exception {
        // Given
        var points = List.of(new LineChart.Point(0, 0), new LineChart.Point(10, 5));

        // When
        var svg = parse(LineChart.of("Progress", "seconds", "events", List.of(new LineChart.Series("x", points))));

        // Then
        var line = (Element) svg.getElementsByTagName("polyline").item(0);
        assertThat(line.getAttribute("points")).isEqualTo("80.0,310.0 630.0,56.0");
    }

    @Test
    void chartsOfNothingCanBeDrawn() throws Exception {
        assertThat(parse(BarChart.of("None", "%.1f", List.of()))).isNotNull();
        assertThat(parse(LineChart.of("None", "x", "y", List.of()))).isNotNull();
    }

    private static double width(Node rectangle) {
        return Double.parseDouble(((Element) rectangle).getAttribute("width"));
    }

    private static Offset<Double> within() {
        return Offset.offset(0.2);
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}
