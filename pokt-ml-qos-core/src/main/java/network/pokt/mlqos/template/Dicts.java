package network.pokt.mlqos.template;

import java.math.BigDecimal;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Python's dict, of which the keys are equal if Python finds them equal: {@code 1}, {@code 1.0} and {@code True} are one. */
final class Dicts {

    private Dicts() {}

    /** Returns the entry of a key, or null if there is none. */
    static Map.@Nullable Entry<@Nullable Object, @Nullable Object> find(
            Map<?, ?> map, @Nullable Object key, Meter meter) {
        // A sorted map may compare keys instead of hashing them, and refuses those that it cannot compare.
        if (key instanceof String && !(map instanceof SortedMap)) {
            Object value = map.get(key);
            return value != null || map.containsKey(key) ? new SimpleImmutableEntry<>(key, value) : null;
        }
        Object wanted = hashable(key, meter);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            meter.spend(1);
            if (hashable(entry.getKey(), meter).equals(wanted)) {
                return new SimpleImmutableEntry<>(entry.getKey(), entry.getValue());
            }
        }
        return null;
    }

    /** Returns what is equal, in Java, of values that are equal in Python; fails for values that Python does not hash. */
    static Object hashable(@Nullable Object value, Meter meter) {
        Object key = hashableOrNull(value, meter);
        if (key == null) {
            throw Values.unsuited("A key of a dict", value);
        }
        return key;
    }

    /** Returns {@link #hashable}, or null for values that Python does not hash: lists, dicts, and tuples that have some. */
    static @Nullable Object hashableOrNull(@Nullable Object value, Meter meter) {
        if (value instanceof String || value instanceof PythonRange) {
            return value;
        } else if (Arithmetic.isNumber(value)) {
            return numberKey(value);
        } else if (value instanceof PythonTuple tuple) {
            return tupleKey(tuple, meter);
        } else if (value instanceof Undefined undefined) {
            undefined.use();
            return Undefined.class;
        } else if (value == null) {
            return Void.class;
        }
        return value instanceof List || value instanceof Map ? null : value;
    }

    private static @Nullable Object tupleKey(PythonTuple tuple, Meter meter) {
        meter.enter(1);
        meter.spendElements(tuple.size());
        List<Object> keys = new ArrayList<>(tuple.size());
        for (Object element : tuple) {
            Object key = hashableOrNull(element, meter);
            if (key != null) {
                keys.add(key);
            }
        }
        meter.leave(1);
        return keys.size() == tuple.size() ? keys : null;
    }

    private static Object numberKey(@Nullable Object number) {
        if (number instanceof Double value) {
            boolean finite = !Double.isNaN(value) && !Double.isInfinite(value);
            return finite ? new BigDecimal(value).stripTrailingZeros() : value;
        }
        return new BigDecimal(Integers.big(number)).stripTrailingZeros();
    }

    /** Builds a dict; of equal keys the first stays and the last value counts. */
    static final class Builder {

        private final Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>();
        private final Map<Object, @Nullable Object> keys = new HashMap<>();
        private final Meter meter;

        Builder(Meter meter) {
            this.meter = meter;
        }

        Builder put(@Nullable Object key, @Nullable Object value) {
            meter.spendElements(1);
            Object same = hashable(key, meter);
            if (!keys.containsKey(same)) {
                keys.put(same, key);
            }
            dict.put(keys.get(same), value);
            return this;
        }

        Builder putAll(Map<?, ?> entries) {
            entries.forEach(this::put);
            return this;
        }

        Map<@Nullable Object, @Nullable Object> build() {
            return dict;
        }
    }
}
