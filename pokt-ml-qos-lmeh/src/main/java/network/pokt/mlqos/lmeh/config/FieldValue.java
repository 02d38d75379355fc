package network.pokt.mlqos.lmeh.config;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a field such as {@code doc_to_text} says: one of five kinds, which lm-evaluation-harness tells apart by the type of the
 * value. Immutable.
 */
public sealed interface FieldValue {

    /**
     * A text: the value of the column of that name if the evaluated documents have one, else a template.
     *
     * @param text the column's name or the template's source
     */
    record Text(String text) implements FieldValue {
        @Override
        public Object raw() {
            return text;
        }
    }

    /**
     * A number or truth value that holds for every document.
     *
     * @param value a Long, BigInteger, Double or Boolean
     */
    record Constant(Object value) implements FieldValue {
        @Override
        public Object raw() {
            return value;
        }
    }

    /**
     * A list that holds for every document.
     *
     * @param values the elements, as {@link Raw} describes them
     */
    record Items(List<@Nullable Object> values) implements FieldValue {
        public Items {
            values = Raw.list(values);
        }

        @Override
        public Object raw() {
            return values;
        }
    }

    /**
     * A mapping that holds for every document; choices are its values.
     *
     * @param entries keys and values, in the order of the file
     */
    record Mapping(Map<Object, @Nullable Object> entries) implements FieldValue {
        public Mapping {
            entries = Raw.map(entries);
        }

        @Override
        public Object raw() {
            return entries;
        }
    }

    /**
     * A Python function, to be replaced by its native equivalent.
     *
     * @param function the function's name and place
     */
    record Python(FunctionRef function) implements FieldValue {
        @Override
        public Object raw() {
            return function;
        }
    }

    /** Returns the value as it stood in the file: text, number, list, map or {@link FunctionRef}. */
    Object raw();

    /**
     * Returns the field that a raw value stands for.
     *
     * @throws IllegalArgumentException if the value is of a type that no field has, such as a date
     */
    static FieldValue of(Object raw) {
        if (raw instanceof String text) {
            return new Text(text);
        } else if (raw instanceof Long
                || raw instanceof BigInteger
                || raw instanceof Double
                || raw instanceof Boolean) {
            return new Constant(raw);
        } else if (raw instanceof Integer number) {
            return new Constant(number.longValue());
        } else if (raw instanceof List<?> list) {
            return new Items(Raw.list(list));
        } else if (raw instanceof Map<?, ?> map) {
            return new Mapping(Raw.map(map));
        } else if (raw instanceof FunctionRef function) {
            return new Python(function);
        }
        throw new IllegalArgumentException(
                "A field cannot be " + Raw.describe(raw) + "; give a text, a number, a list, a mapping or a function.");
    }
}
