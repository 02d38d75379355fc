package network.pokt.mlqos.lmeh.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Typed access to what a file says, with errors that name the place.
 *
 * <p>A field that is null is as good as none, as in the reference.
 */
final class Fields {

    private final Map<String, @Nullable Object> fields;
    private final String origin;

    Fields(Map<String, ? extends @Nullable Object> fields, String origin) {
        this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        this.origin = origin;
    }

    String origin() {
        return origin;
    }

    boolean has(String key) {
        return fields.get(key) != null;
    }

    @Nullable
    Object raw(String key) {
        return fields.get(key);
    }

    void rejectUnknown(Set<String> known) {
        for (String key : fields.keySet()) {
            if (!known.contains(key)) {
                throw new ConfigException("In " + origin + " the field '" + key
                        + "' is none that lm-evaluation-harness 0.4.13 has; remove or correct it.");
            }
        }
    }

    @Nullable
    String text(String key) {
        Object value = fields.get(key);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrong(key, "a text");
    }

    String text(String key, String fallback) {
        String text = text(key);
        return text == null ? fallback : text;
    }

    boolean flag(String key) {
        Object value = fields.get(key);
        if (value == null || value instanceof Boolean) {
            return value != null && (Boolean) value;
        }
        throw wrong(key, "true or false");
    }

    @Nullable
    Integer count(String key) {
        Object value = fields.get(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Number number
                && number.longValue() >= 0
                && number.longValue() <= Integer.MAX_VALUE
                && number.doubleValue() == number.longValue()) {
            return number.intValue();
        }
        throw wrong(key, "a whole number from 0");
    }

    @Nullable
    FieldValue value(String key) {
        Object value = fields.get(key);
        try {
            return value == null ? null : FieldValue.of(value);
        } catch (IllegalArgumentException e) {
            throw new ConfigException("In " + origin + ", " + key + ": " + e.getMessage(), e);
        }
    }

    @Nullable
    FunctionRef function(String key) {
        Object value = fields.get(key);
        if (value == null || value instanceof FunctionRef) {
            return (FunctionRef) value;
        }
        throw wrong(key, "a function (!function module.name)");
    }

    @Nullable
    Callee callee(String key) {
        Object value = fields.get(key);
        if (value == null) {
            return null;
        } else if (value instanceof String name) {
            return new Callee.Named(name);
        } else if (value instanceof FunctionRef function) {
            return new Callee.Python(function);
        }
        throw wrong(key, "a name or a function");
    }

    /** Returns a mapping with texts as keys, empty if there is none. */
    Map<String, @Nullable Object> named(String key) {
        Object value = fields.get(key);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return named(key, map);
        }
        throw wrong(key, "a mapping");
    }

    /** Returns a list, empty if there is none. */
    List<@Nullable Object> list(String key) {
        Object value = fields.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return Raw.list(list);
        }
        throw wrong(key, "a list");
    }

    /** Returns one text or several. */
    List<String> texts(String key) {
        Object value = fields.get(key);
        if (value == null) {
            return List.of();
        } else if (value instanceof String text) {
            return List.of(text);
        } else if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw wrong(key, "a text or a list of texts");
    }

    /** Returns the fields of an element of a list. */
    Fields element(String key, int index, @Nullable Object element) {
        if (element instanceof Map<?, ?> map) {
            return new Fields(named(key, map), origin + ", " + key + "[" + index + "]");
        }
        throw wrong(key, "a list of mappings");
    }

    /** Returns all fields but some. */
    Map<String, @Nullable Object> without(Set<String> keys) {
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(fields);
        rest.keySet().removeAll(keys);
        return Collections.unmodifiableMap(rest);
    }

    /** Returns the fields of these names in this order, null where there is nothing. */
    Map<String, @Nullable Object> inOrder(List<String> keys) {
        Map<String, @Nullable Object> ordered = new LinkedHashMap<>();
        for (String key : keys) {
            ordered.put(key, Raw.frozen(fields.get(key)));
        }
        return Collections.unmodifiableMap(ordered);
    }

    ConfigException wrong(String key, String expected) {
        return new ConfigException(
                "In " + origin + " " + key + " is " + Raw.describe(fields.get(key)) + "; it must be " + expected + ".");
    }

    private Map<String, @Nullable Object> named(String key, Map<?, ?> map) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (!(name instanceof String text)) {
                throw new ConfigException("In " + origin + " the mapping " + key + " has the key " + name
                        + ", which is no text; put it in quotes.");
            }
            named.put(text, Raw.frozen(value));
        });
        return Collections.unmodifiableMap(named);
    }
}
