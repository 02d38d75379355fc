package network.pokt.mlqos.lmeh.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of task files as Java holds them: String, Boolean, Long, BigInteger, Double, LocalDate, LocalDateTime,
 * OffsetDateTime, byte[], List, Map, Set, {@link FunctionRef}, and null.
 */
final class Raw {

    private Raw() {}

    /** Returns an unmodifiable copy, inwards too. */
    static @Nullable Object frozen(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list(list);
        } else if (value instanceof Map<?, ?> map) {
            return map(map);
        } else if (value instanceof Integer number) {
            return number.longValue();
        }
        return value;
    }

    static List<@Nullable Object> list(List<?> list) {
        List<@Nullable Object> copy = new ArrayList<>(list.size());
        for (Object element : list) {
            copy.add(frozen(element));
        }
        return Collections.unmodifiableList(copy);
    }

    static Map<Object, @Nullable Object> map(Map<?, ?> map) {
        Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(key, frozen(value)));
        return Collections.unmodifiableMap(copy);
    }

    /** Returns what a value is in the words of a message: its type and, if it is short, itself. */
    static String describe(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        String type = value instanceof List<?>
                ? "a list"
                : value instanceof Map<?, ?>
                        ? "a mapping"
                        : "the " + value.getClass().getSimpleName();
        return value instanceof List<?> || value instanceof Map<?, ?> ? type : type + " '" + value + "'";
    }
}
