package io.limber.catalog.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.limber.catalog.content.Packaged;
import io.limber.catalog.stretch.Stretch;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** The figures that ship with the service, by the ids of their stretches. */
public final class PackagedFigures {
    private PackagedFigures() {}

    public static SortedMap<String, Figure> all() {
        SortedMap<String, Figure> all = new TreeMap<>();
        for (Stretch stretch : Packaged.stretches()) {
            all.put(stretch.id(), Objects.requireNonNull(stretch.figure(), stretch.id()));
        }
        return all;
    }

    public static Figure of(String id) {
        return Objects.requireNonNull(Packaged.stretch(id).figure(), id);
    }

    /** The same, read another time. */
    public static Figure again(String id) {
        try {
            return new YAMLMapper().treeToValue(Packaged.file("figures/" + id + ".yaml"), Figure.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(id, e);
        }
    }
}
