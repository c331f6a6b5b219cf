package io.limber.catalog.content;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a parsed record lacks: every component that is not marked nullable, and every text, must be there. */
final class Gaps {
    private Gaps() {}

    /** JSON pointers to what is missing or blank. */
    static List<String> in(Object record) {
        List<String> gaps = new ArrayList<>();
        look(record, "", false, gaps);
        return gaps;
    }

    private static void look(@Nullable Object value, String pointer, boolean optional, List<String> gaps) {
        switch (value) {
            case null -> {
                if (!optional) {
                    gaps.add(pointer);
                }
            }
            case String text when text.isBlank() -> gaps.add(pointer);
            case List<?> list -> {
                for (int index = 0; index < list.size(); index++) {
                    look(list.get(index), pointer + "/" + index, false, gaps);
                }
            }
            case Record record -> {
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
                    look(read(component, record), pointer + "/" + component.getName(), nullable, gaps);
                }
            }
            default -> {}
        }
    }

    private static @Nullable Object read(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
