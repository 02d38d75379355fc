package network.pokt.mlqos.lmeh.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import network.pokt.mlqos.lmeh.data.ColumnType.ListOf;
import network.pokt.mlqos.lmeh.data.ColumnType.Scalar;
import network.pokt.mlqos.lmeh.data.ColumnType.Struct;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/**
 * Columns of mixed types, which {@code datasets} writes as JSON into a column of texts and reads again. That leaves traces: a
 * text that is JSON already is not written as JSON once more, so that it comes back as what it says, and all floats of the
 * file lose digits, in whatever column they are.
 */
final class MixedValues {

    private MixedValues() {}

    /** Returns the type of documents in a file: as it is, unless a column is mixed. */
    static Struct marked(Struct type) {
        return hasMixed(type) ? (Struct) withRoundedFloats(type) : type;
    }

    private static boolean hasMixed(ColumnType type) {
        if (type instanceof ListOf list) {
            return hasMixed(list.element());
        } else if (type instanceof Struct struct) {
            return struct.types().stream().anyMatch(MixedValues::hasMixed);
        }
        return type == Scalar.MIXED;
    }

    private static ColumnType withRoundedFloats(ColumnType type) {
        if (type instanceof ListOf list) {
            return new ListOf(withRoundedFloats(list.element()));
        } else if (type instanceof Struct struct) {
            return new Struct(
                    struct.layout(),
                    struct.types().stream().map(MixedValues::withRoundedFloats).toList());
        }
        return type == Scalar.FLOAT ? Scalar.ROUNDED_FLOAT : type;
    }

    /** Returns what a value of a mixed column comes back as: {@code "5"} as 5, {@code "five"} as it is. */
    static @Nullable Object decoded(@Nullable Object value) {
        return value instanceof String text ? parsed(text) : rounded(value);
    }

    private static @Nullable Object parsed(String text) {
        if (text.isBlank()) {
            return text;
        }
        try (JsonParser parser = JsonValues.parser(text)) {
            parser.nextToken();
            Object value = new JsonValues().value(parser);
            return parser.nextToken() == null ? value : text;
        } catch (JacksonException | JsonValues.DuplicateNameException e) {
            return text; // It is no JSON, hence a text like any other.
        }
    }

    private static @Nullable Object rounded(@Nullable Object value) {
        if (value instanceof Double number) {
            return UjsonFloat.writtenAndRead(number);
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> elements = new ArrayList<>(list.size());
            list.forEach(element -> elements.add(rounded(element)));
            return Collections.unmodifiableList(elements);
        } else if (value instanceof Row row) {
            @Nullable Object[] values = new @Nullable Object[row.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = rounded(row.at(i));
            }
            return new Row(row.layout(), values);
        }
        return value;
    }
}
