package io.limber.cadence.timing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that several parts of a timing need. */
final class Fields {
    private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    private Fields() {}

    static <T> T required(String pointer, @Nullable T value) throws InvalidTiming {
        if (value == null) {
            throw InvalidTiming.at(pointer, "is missing");
        }
        return value;
    }

    static <E extends Enum<E>> E code(String pointer, Class<E> type, @Nullable String code) throws InvalidTiming {
        String given = required(pointer, code);
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(given)) {
                return value;
            }
        }
        throw InvalidTiming.at(pointer, "'" + given + "' is not one of " + Arrays.toString(type.getEnumConstants()));
    }

    static void requireAtMost(String pointer, int most, List<?> list) throws InvalidTiming {
        if (list.size() > most) {
            throw InvalidTiming.at(pointer, "has " + list.size() + " entries: at most " + most + " are possible");
        }
    }

    static void requireSane(String pointer, LocalDate date) throws InvalidTiming {
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw InvalidTiming.at(pointer, "must be between " + EARLIEST + " and " + LATEST);
        }
    }

    static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
