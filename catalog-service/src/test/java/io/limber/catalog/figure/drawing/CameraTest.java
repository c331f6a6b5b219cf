package io.limber.catalog.figure.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.joml.Vector3d;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraTest {
    /** A point a metre up, to the person's left or in front of it, and where it is in the picture: x to the right, y down. */
    @ParameterizedTest(name = "yaw {0}, pitch {1}: {2} is at ({3}, {4}), {5} nearer")
    @CsvSource({
        "0, 0, up, 0, -1, 0",
        "0, 0, left, 1, 0, 0",
        "0, 0, front, 0, 0, 1",
        "90, 0, front, 1, 0, 0",
        "90, 0, left, 0, 0, -1",
        "180, 0, left, -1, 0, 0",
        "180, 0, front, 0, 0, -1",
        "-90, 0, front, -1, 0, 0",
        "-90, 0, left, 0, 0, 1",
        "0, 90, up, 0, 0, 1",
        "0, 90, front, 0, 1, 0",
        "0, -90, up, 0, 0, -1",
    })
    void seesThePersonFromWhereItStands(double yaw, double pitch, String what, double x, double y, double depth) {
        Vector3d point = switch (what) {
            case "up" -> new Vector3d(0, 1, 0);
            case "left" -> new Vector3d(1, 0, 0);
            case "front" -> new Vector3d(0, 0, 1);
            default -> throw new IllegalArgumentException(what);
        };

        Dot dot = new Camera(yaw, pitch).see(point);

        assertThat(dot.x()).isCloseTo(x, within(1e-9));
        assertThat(dot.y()).isCloseTo(y, within(1e-9));
        assertThat(dot.depth()).isCloseTo(depth, within(1e-9));
    }

    @Test
    void lookingDownAStandingPersonIsShorterAndTheFeetAreLowest() {
        Camera camera = new Camera(0, 30);

        double height = camera.see(new Vector3d(0, 0, 0)).y()
                - camera.see(new Vector3d(0, 170, 0)).y();

        assertThat(height).isCloseTo(170 * Math.cos(Math.toRadians(30)), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 91", "0, -91", "0, NaN", "NaN, 0", "Infinity, 0"})
    void refusesWhatIsNoDirection(double yaw, double pitch) {
        assertThatThrownBy(() -> new Camera(yaw, pitch)).isInstanceOf(IllegalArgumentException.class);
    }
}
