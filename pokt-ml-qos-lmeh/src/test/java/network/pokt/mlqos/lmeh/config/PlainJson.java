package network.pokt.mlqos.lmeh.config;

import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import network.pokt.mlqos.template.PythonTuple;

/** Our values in the form in which export_yaml.py prints those of PyYAML. */
final class PlainJson {

    private PlainJson() {}

    /** Returns a value with numbers as Long, BigInteger or Double, and wrapped in an object what JSON cannot tell apart. */
    static Object of(Object value, Function<FunctionRef, Object> functions) {
        if (value instanceof FunctionRef ref) {
            return functions.apply(ref);
        } else if (value instanceof Map<?, ?> map) {
            return map(map, functions);
        } else if (value instanceof PythonTuple tuple) {
            return Map.of("!tuple", list(tuple, functions));
        } else if (value instanceof List<?> list) {
            return list(list, functions);
        } else if (value instanceof Set<?> set) {
            return Map.of("!set", list(List.copyOf(set), functions));
        } else if (value instanceof Temporal time) {
            return Map.of("!time", time.toString());
        } else if (value instanceof byte[] bytes) {
            return Map.of("!bytes", HexFormat.of().formatHex(bytes));
        } else if (value instanceof Double number && !Double.isFinite(number)) {
            String sign = number < 0 ? "-" : "";
            return Map.of("!float", number.isNaN() ? "nan" : sign + "inf");
        }
        return number(value);
    }

    /** Returns what Jackson read with equal numbers as equal objects. */
    static Object read(Object json) {
        return of(json, ref -> ref);
    }

    private static Object number(Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        } else if (value instanceof BigInteger number && number.bitLength() < Long.SIZE) {
            return number.longValue();
        }
        return value;
    }

    private static Object map(Map<?, ?> map, Function<FunctionRef, Object> functions) {
        Map<String, Object> object = new LinkedHashMap<>();
        List<Object> pairs = new ArrayList<>();
        boolean plain = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object key = of(entry.getKey(), functions);
            Object item = of(entry.getValue(), functions);
            pairs.add(List.of(key, item == null ? "!null" : item));
            plain &= key instanceof String;
            object.put(String.valueOf(key), item);
        }
        return plain ? object : Map.of("!map", pairs);
    }

    private static List<Object> list(List<?> list, Function<FunctionRef, Object> functions) {
        List<Object> plain = new ArrayList<>();
        for (Object element : list) {
            plain.add(of(element, functions));
        }
        return plain;
    }

    /** Returns where two values differ first and how, or the empty text. */
    static String difference(Object expected, Object actual) {
        if (expected instanceof Map<?, ?> a
                && actual instanceof Map<?, ?> b
                && a.keySet().equals(b.keySet())) {
            for (Object key : a.keySet()) {
                String inside = difference(a.get(key), b.get(key));
                if (!inside.isEmpty()) {
                    return "." + key + inside;
                }
            }
            return "";
        } else if (expected instanceof List<?> a && actual instanceof List<?> b && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                String inside = difference(a.get(i), b.get(i));
                if (!inside.isEmpty()) {
                    return "[" + i + "]" + inside;
                }
            }
            return "";
        }
        return Objects.equals(expected, actual) ? "" : " should be " + expected + " and is " + actual;
    }
}
