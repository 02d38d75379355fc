package network.pokt.mlqos.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods that values have. */
final class Methods {

    private static final Builtins DICT = new Builtins()
            .add("get", "self, key, default=None, /", Methods::get)
            .add("keys", "self", call -> new DictView("dict_keys", keys(call)))
            .add(
                    "values",
                    "self",
                    call -> new DictView(
                            "dict_values", new ArrayList<>(dict(call).values())))
            .add("items", "self", call -> new DictView("dict_items", items(dict(call), call.meter())))
            .add(
                    "copy",
                    "self",
                    call -> new Dicts.Builder(call.meter()).putAll(dict(call)).build());

    private static final Builtins SEQUENCE = new Builtins()
            .add("index", "self, value, start=0, stop=None, /", Methods::index)
            .add("count", "self, value, /", Methods::count);

    private static final Builtins LIST =
            new Builtins().addAll(SEQUENCE).add("copy", "self", call -> new ArrayList<>(call.elements(0)));

    private static final Set<String> CHANGE_LIST =
            Set.of("append", "clear", "extend", "insert", "pop", "remove", "reverse", "sort");
    private static final Set<String> CHANGE_DICT = Set.of("clear", "pop", "popitem", "setdefault", "update");

    /** The methods of Python's str, int, float and dict that this engine does not have. */
    private static final Set<String> UNSUPPORTED_STRING = Set.of(
            "casefold",
            "encode",
            "expandtabs",
            "format",
            "format_map",
            "isidentifier",
            "isnumeric",
            "isprintable",
            "istitle",
            "maketrans",
            "translate");

    private static final Set<String> UNSUPPORTED_NUMBER = Set.of(
            "as_integer_ratio",
            "bit_count",
            "bit_length",
            "conjugate",
            "denominator",
            "from_bytes",
            "fromhex",
            "hex",
            "imag",
            "is_integer",
            "numerator",
            "real",
            "to_bytes");

    private static final Set<String> UNSUPPORTED_DICT = Set.of("fromkeys");

    private Methods() {}

    /** Returns a method of a value, or null if it has none of that name. */
    static @Nullable Builtin find(@Nullable Object owner, String name) {
        if (owner instanceof Map) {
            return DICT.find(name);
        } else if (owner instanceof String) {
            return StringMethods.TABLE.find(name);
        } else if (owner instanceof List && !(owner instanceof DictView)) {
            return (owner instanceof PythonTuple || owner instanceof PythonRange ? SEQUENCE : LIST).find(name);
        }
        return null;
    }

    /** Returns whether Python's method of that name would change a value. */
    static boolean changes(@Nullable Object owner, String name) {
        return owner instanceof Map
                ? CHANGE_DICT.contains(name)
                : owner instanceof List
                        && !(owner instanceof PythonTuple || owner instanceof Typed)
                        && CHANGE_LIST.contains(name);
    }

    /** Returns whether Python has a method of that name that this engine lacks. */
    static boolean isUnsupported(@Nullable Object owner, String name) {
        return (owner instanceof String && UNSUPPORTED_STRING.contains(name))
                || (Arithmetic.isNumber(owner) && UNSUPPORTED_NUMBER.contains(name))
                || (owner instanceof Map && UNSUPPORTED_DICT.contains(name));
    }

    /** Returns whether a call of that name can only be one of a method that this engine lacks. */
    static boolean isUnsupported(String name) {
        return UNSUPPORTED_STRING.contains(name)
                || UNSUPPORTED_NUMBER.contains(name)
                || UNSUPPORTED_DICT.contains(name);
    }

    /** Returns whether a call of that name can only be one of a method that would change a value. */
    static boolean changes(String name) {
        return CHANGE_LIST.contains(name) || CHANGE_DICT.contains(name);
    }

    /** Returns the entries of a dict as pairs. */
    static List<@Nullable Object> items(Map<?, ?> dict, Meter meter) {
        meter.spendElements(2L * dict.size());
        List<@Nullable Object> items = new ArrayList<>(dict.size());
        dict.forEach((key, value) -> items.add(PythonTuple.pair(key, value)));
        return items;
    }

    private static Map<?, ?> dict(Call call) {
        return (Map<?, ?>) Objects.requireNonNull(call.value(0));
    }

    private static List<@Nullable Object> keys(Call call) {
        return new ArrayList<>(dict(call).keySet());
    }

    private static @Nullable Object get(Call call) {
        Map.Entry<?, ?> entry = Dicts.find(dict(call), call.value(1), call.meter());
        return entry == null ? call.value(2) : entry.getValue();
    }

    private static long index(Call call) {
        List<?> self = call.elements(0);
        int size = self.size();
        int start = call.integer(2) < 0 ? Math.max(0, call.integer(2) + size) : call.integer(2);
        int stop = call.isNone(3)
                ? size
                : (call.integer(3) < 0 ? call.integer(3) + size : Math.min(size, call.integer(3)));
        for (int i = start; i < stop; i++) {
            if (Comparisons.equal(self.get(i), call.value(1), call.meter())) {
                return i;
            }
        }
        throw call.invalid("does not find a value of type '" + Values.typeName(call.value(1))
                + "' in the list; use 'in' to ask first");
    }

    private static long count(Call call) {
        long count = 0;
        for (Object element : call.elements(0)) {
            count += Comparisons.equal(element, call.value(1), call.meter()) ? 1 : 0;
        }
        return count;
    }
}
