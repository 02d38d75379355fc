package network.pokt.mlqos.lmeh.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/**
 * What all values of a column are, as Hugging Face's {@code datasets} sees them.
 *
 * <p>A file says less than its reader assumes: {@code datasets} reads it into typed columns, so that a whole number
 * becomes a float if another document has a fraction, and a missing key becomes null. Prompts and hashes are made of the
 * values after that.
 */
sealed interface ColumnType {

    /** Returns a value of the column as Python gets it to see; null stays null. */
    @Nullable
    Object convert(@Nullable Object value);

    /** Types of single values. */
    enum Scalar implements ColumnType {
        /** No value was ever there. */
        NOTHING,
        BOOL,
        INT {
            @Override
            public @Nullable Object convert(@Nullable Object value) {
                return value instanceof Double number && number == Math.rint(number)
                        ? (Object) number.longValue()
                        : value;
            }
        },
        FLOAT {
            @Override
            public @Nullable Object convert(@Nullable Object value) {
                return value instanceof Number number ? (Object) number.doubleValue() : value;
            }
        },
        TEXT {
            @Override
            public @Nullable Object convert(@Nullable Object value) {
                if (value == null || value instanceof String) {
                    return value;
                }
                return value instanceof Boolean ? value.toString() : PythonRepr.str(value);
            }
        },
        /** Points in time, which Python prints in one form however they were written. */
        TIME {
            @Override
            public @Nullable Object convert(@Nullable Object value) {
                return value instanceof String text ? Timestamps.printed(text) : value;
            }
        },
        /** Floats in a file that has a column of mixed types too. */
        ROUNDED_FLOAT {
            @Override
            public @Nullable Object convert(@Nullable Object value) {
                return value instanceof Number number ? (Object) UjsonFloat.written(number.doubleValue()) : value;
            }
        },
        /** Values of several types, each of which stays what it is. */
        MIXED {
            @Override
            public @Nullable Object convert(@Nullable Object value) {
                return MixedValues.decoded(value);
            }
        };

        @Override
        public @Nullable Object convert(@Nullable Object value) {
            return value;
        }
    }

    /** Lists whose elements are of one type. */
    record ListOf(ColumnType element) implements ColumnType {

        @Override
        public @Nullable Object convert(@Nullable Object value) {
            if (!(value instanceof List<?> list)) {
                return value;
            }
            List<@Nullable Object> converted = new ArrayList<>(list.size());
            for (Object each : list) {
                converted.add(element.convert(each));
            }
            return Collections.unmodifiableList(converted);
        }
    }

    /**
     * Values by name, all with the same names.
     *
     * @param types the types of the values in the order of the names
     */
    record Struct(Layout layout, List<ColumnType> types) implements ColumnType {

        static Struct of(Map<String, ColumnType> fields) {
            return new Struct(Layout.of(List.copyOf(fields.keySet())), List.copyOf(fields.values()));
        }

        @Override
        public @Nullable Object convert(@Nullable Object value) {
            return value instanceof Map<?, ?> map ? row(map) : value;
        }

        /** Returns a row with all names in the order of this type; what {@code map} does not have is null. */
        Row row(Map<?, ?> map) {
            boolean same = map instanceof Row row && row.layout() == layout;
            @Nullable Object[] values = new @Nullable Object[types.size()];
            for (int i = 0; i < values.length; i++) {
                Object value = same ? ((Row) map).at(i) : map.get(layout.name(i));
                values[i] = types.get(i).convert(value);
            }
            return new Row(layout, values);
        }

        @Nullable
        ColumnType type(String name) {
            int position = layout.position(name);
            return position < 0 ? null : types.get(position);
        }
    }

    /** Lists of objects that {@code datasets} turns into one object of lists: its old {@code Sequence}. */
    record ColumnWise(Struct struct) implements ColumnType {

        @Override
        public @Nullable Object convert(@Nullable Object value) {
            if (!(value instanceof List<?> list)) {
                return struct.convert(value);
            }
            Layout layout = struct.layout();
            @Nullable Object[] columns = new @Nullable Object[layout.size()];
            for (int i = 0; i < columns.length; i++) {
                List<@Nullable Object> column = new ArrayList<>(list.size());
                for (Object each : list) {
                    column.add(each instanceof Map<?, ?> map ? map.get(layout.name(i)) : null);
                }
                columns[i] = struct.types().get(i).convert(column);
            }
            return new Row(layout, columns);
        }
    }
}
