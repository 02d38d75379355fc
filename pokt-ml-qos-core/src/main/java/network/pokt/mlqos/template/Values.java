package network.pokt.mlqos.template;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/** What Python can ask of any value: its type, its truth, its length and its elements. */
final class Values {

    private Values() {}

    /** Returns {@code type(value).__name__}. */
    static String typeName(@Nullable Object value) {
        if (value == null) {
            return "NoneType";
        } else if (value instanceof Typed typed) {
            return typed.typeName();
        } else if (value instanceof String) {
            return "str";
        } else if (value instanceof Boolean) {
            return "bool";
        } else if (Integers.isInteger(value)) {
            return "int";
        } else if (value instanceof Double) {
            return "float";
        } else if (value instanceof List) {
            return value instanceof PythonTuple ? "tuple" : "list";
        } else if (value instanceof Map) {
            return "dict";
        }
        throw new TemplateException(
                Kind.TYPE,
                "A template cannot read a " + value.getClass().getName()
                        + "; give it a String, Boolean, Integer, Long, BigInteger, Double, List, Map or null.");
    }

    /** Returns {@code bool(value)}. */
    static boolean truth(@Nullable Object value) {
        if (value instanceof Boolean bool) {
            return bool;
        } else if (value instanceof String text) {
            return !text.isEmpty();
        } else if (value == null) {
            return false;
        } else if (value instanceof List<?> list) {
            return !list.isEmpty();
        } else if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        } else if (value instanceof Double number) {
            return number != 0;
        } else if (value instanceof Undefined undefined) {
            undefined.use();
            return false;
        }
        if (Integers.isInteger(value)) {
            return !Integers.isSmall(value) || Integers.small(value) != 0;
        }
        return !typeName(value).isEmpty();
    }

    /** Returns {@code len(value)}. */
    static long length(@Nullable Object value) {
        if (value instanceof String text) {
            return CodePoints.length(text);
        } else if (value instanceof List<?> list) {
            return list.size();
        } else if (value instanceof Map<?, ?> map) {
            return map.size();
        } else if (value instanceof LoopState loop) {
            return loop.length();
        } else if (value instanceof Undefined undefined) {
            undefined.use();
            return 0;
        }
        throw new TemplateException(
                Kind.TYPE,
                "A value of type '" + typeName(value) + "' has no length; ask for that of a text, list or dict.");
    }

    /** Returns whether {@link #iterator} takes a value. */
    static boolean isIterable(@Nullable Object value) {
        if (value instanceof Undefined undefined) {
            undefined.use();
            return true;
        }
        return value instanceof String || value instanceof List || value instanceof Map || value instanceof Generator;
    }

    /** Returns {@code iter(value)}. */
    static Iterator<@Nullable Object> iterator(@Nullable Object value, Meter meter) {
        return value instanceof Generator generator
                ? generator.elements()
                : elements(value, meter).iterator();
    }

    /** Returns the elements of a value in a list that is only to be read; it takes what is left of a generator. */
    @SuppressWarnings("unchecked")
    static List<@Nullable Object> elements(@Nullable Object value, Meter meter) {
        if (value instanceof List<?> list) {
            meter.spendElements(list.size());
            return (List<@Nullable Object>) list;
        } else if (value instanceof String text) {
            meter.spendElements(text.length());
            return CodePoints.list(text);
        } else if (value instanceof Map<?, ?> map) {
            meter.spendElements(map.size());
            return new ArrayList<>(map.keySet());
        } else if (value instanceof Generator generator) {
            List<@Nullable Object> elements = new ArrayList<>();
            generator.elements().forEachRemaining(elements::add);
            meter.spendElements(elements.size());
            return elements;
        } else if (value instanceof Undefined undefined) {
            undefined.use();
            return new ArrayList<>();
        }
        throw new TemplateException(
                Kind.TYPE, "A value of type '" + typeName(value) + "' has no elements; give a text, list or dict.");
    }

    /** Returns an error saying that {@code operation} does not take these values. */
    static TemplateException unsuited(String operation, @Nullable Object... values) {
        StringBuilder types = new StringBuilder();
        for (Object value : values) {
            if (value instanceof Undefined undefined) {
                return undefined.error();
            }
            types.append(types.isEmpty() ? "" : " and ")
                    .append('\'')
                    .append(typeName(value))
                    .append('\'');
        }
        return new TemplateException(
                Kind.TYPE,
                operation + " does not take " + types + "; convert the value with a filter such as string or int.");
    }
}
