package io.limber.catalog.document;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what a parsed record lacks: every component that is not marked nullable, and every text, must be there. */
public final class Gaps {
    private Gaps() {}

    /** JSON pointers to what is missing or blank. */
    public static List<String> in(Object record) {
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
            case Map<?, ?> map -> map.forEach((key, one) -> look(one, pointer + "/" + key, false, gaps));
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
            Method accessor = component.getAccessor();
            // The record may be hidden in another package.
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
