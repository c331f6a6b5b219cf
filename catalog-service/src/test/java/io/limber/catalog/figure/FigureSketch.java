package io.limber.catalog.figure;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.limber.catalog.figure.body.Posing;
import io.limber.catalog.figure.body.Side;
import io.limber.catalog.figure.drawing.Studio;
import io.limber.catalog.figure.drawing.SvgFigure;
import io.limber.catalog.figure.drawing.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** For whoever draws: writes each pose of the given figure files as SVG into a folder, and says what a body cannot do. */
public final class FigureSketch {
    private FigureSketch() {}

    public static void main(String[] args) throws IOException {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        for (int index = 1; index < args.length; index++) {
            Path file = Path.of(args[index]);
            String id = file.getFileName().toString().replace(".yaml", "");
            Figure figure = yaml.readValue(Files.readString(file), Figure.class);
            Posing posing = new Posing();
            posing.postures(figure.poses());
            posing.mistakes().forEach(mistake -> System.out.println(id + ": " + mistake));
            Studio studio = new Studio(id, figure);
            SvgFigure svg = new SvgFigure(studio);
            for (int pose = 0; pose < studio.poses(); pose++) {
                var words = new SvgFigure.Words("f" + pose, "en", id, "Pose " + (pose + 1));
                Files.writeString(
                        folder.resolve(id + "-" + (pose + 1) + ".svg"),
                        svg.still(pose, Side.RIGHT, Theme.LIGHT, words));
            }
            Files.writeString(
                    folder.resolve(id + "-animated.svg"),
                    svg.animated(Side.RIGHT, Theme.LIGHT, new SvgFigure.Words("a", "en", id, "Animated")));
        }
    }
}
