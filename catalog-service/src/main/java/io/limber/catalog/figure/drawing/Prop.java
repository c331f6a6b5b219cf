package io.limber.catalog.figure.drawing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing in the room, as it is written down.
 *
 * @param at the middle of its bottom, in centimetres
 * @param size width, height and depth where they are not the usual ones
 * @param turn degrees to the left; a chair that is not turned faces where the person does
 * @param front whether it is drawn over everything, or behind everything; null: as far away as it is
 * @param poses in which poses it is there, from 0 on; null: in all
 */
public record Prop(
        Kind kind,
        @Nullable List<Double> at,
        @Nullable List<Double> size,
        @Nullable Double turn,
        @Nullable Boolean front,
        @Nullable List<Integer> poses) {

    /** What it is, with its usual size. */
    public enum Kind {
        CHAIR(44, 82, 44),
        DESK(120, 72, 60),
        WALL(160, 190, 6),
        /** Two posts and a lintel, seen as an opening. */
        DOORWAY(88, 200, 10),
        MAT(60, 2, 180),
        STEP(50, 20, 35),
        PILLOW(46, 11, 30),
        BED(90, 30, 200),
        SCREEN(50, 32, 3),
        TOWEL(4, 3, 30),
        TREE(60, 150, 10),
        BAR(4, 4, 40);

        private final double width;
        private final double height;
        private final double depth;

        Kind(double width, double height, double depth) {
            this.width = width;
            this.height = height;
            this.depth = depth;
        }
    }

    List<Box> boxes() {
        double width = size(0, kind.width);
        double height = size(1, kind.height);
        double depth = size(2, kind.depth);
        return switch (kind) {
            case CHAIR -> chair(width, height, depth);
            case DESK ->
                List.of(
                        box(0, height - 4, 0, width, 4, depth, Ink.WOOD),
                        box(-width / 2 + 5, 0, 0, 4, height - 4, depth - 12, Ink.WOOD),
                        box(width / 2 - 5, 0, 0, 4, height - 4, depth - 12, Ink.WOOD));
            case WALL -> List.of(box(0, 0, 0, width, height, depth, Ink.WALL));
            case DOORWAY ->
                List.of(
                        box(-width / 2 - 5, 0, 0, 10, height, depth, Ink.WALL),
                        box(width / 2 + 5, 0, 0, 10, height, depth, Ink.WALL),
                        box(0, height, 0, width + 20, 10, depth, Ink.WALL));
            case MAT, TOWEL -> List.of(box(0, 0, 0, width, height, depth, Ink.CLOTH));
            case PILLOW -> List.of(box(0, 0, 0, width, height, depth, Ink.LINEN));
            case STEP, BAR -> List.of(box(0, 0, 0, width, height, depth, Ink.WOOD));
            case BED ->
                List.of(
                        box(0, 0, 0, width, height - 12, depth, Ink.WOOD),
                        box(0, height - 12, 0, width, 12, depth, Ink.CLOTH));
            case SCREEN ->
                List.of(
                        box(0, 0, 0, 16, 2, 14, Ink.SCREEN),
                        box(0, 2, 0, 4, 12, 3, Ink.SCREEN),
                        box(0, 12, 0, width, height, depth, Ink.SCREEN));
            case TREE -> List.of(box(0, 0, 0, 8, height * 0.45, 8, Ink.WOOD));
        };
    }

    /** Its round parts: middle and radius. */
    List<double[]> crowns() {
        return kind == Kind.TREE
                ? List.of(new double[] {at(0), at(1) + size(1, kind.height) * 0.68, at(2), size(0, kind.width) / 2})
                : List.of();
    }

    boolean isIn(int pose) {
        return poses == null || poses.contains(pose);
    }

    boolean isOver() {
        return Boolean.TRUE.equals(front);
    }

    boolean isUnder() {
        return front == null ? kind == Kind.MAT || kind == Kind.WALL || kind == Kind.BED : !front;
    }

    private List<Box> chair(double width, double height, double depth) {
        double seat = height / 2;
        List<Box> boxes = new ArrayList<>();
        boxes.add(box(0, seat - 5, 0, width, 5, depth, Ink.CLOTH));
        boxes.add(box(0, seat + 10, -depth / 2 - 1, width, height - seat - 10, 4, Ink.CLOTH));
        for (int side : new int[] {-1, 1}) {
            double x = side * (width / 2 - 3);
            boxes.add(box(x, 0, depth / 2 - 3, 3, seat - 5, 3, Ink.WOOD));
            boxes.add(box(x, 0, -depth / 2 + 1, 3, seat - 5, 3, Ink.WOOD));
            boxes.add(box(x, seat - 5, -depth / 2 - 1, 3, 16, 3, Ink.WOOD));
        }
        return boxes;
    }

    private Box box(double x, double y, double z, double width, double height, double depth, Ink ink) {
        double angle = Math.toRadians(turn == null ? 0 : turn);
        double acrossX = x * Math.cos(angle) + z * Math.sin(angle);
        double acrossZ = -x * Math.sin(angle) + z * Math.cos(angle);
        return new Box(at(0) + acrossX, at(1) + y, at(2) + acrossZ, width, height, depth, turn == null ? 0 : turn, ink);
    }

    private double at(int axis) {
        return at == null ? 0 : at.get(axis);
    }

    private double size(int axis, double usual) {
        return size == null ? usual : size.get(axis);
    }
}
