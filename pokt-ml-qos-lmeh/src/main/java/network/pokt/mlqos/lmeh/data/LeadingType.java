package network.pokt.mlqos.lmeh.data;

import java.util.LinkedHashMap;
import java.util.Map;
import network.pokt.mlqos.lmeh.data.ColumnType.ListOf;
import network.pokt.mlqos.lmeh.data.ColumnType.Scalar;
import network.pokt.mlqos.lmeh.data.ColumnType.Struct;

/**
 * Casts the columns of a split to the types of the split that is named first, which {@code datasets} takes for those of
 * the whole dataset.
 *
 * <p>Where {@code datasets} gives up since the one cannot be cast to the other, the split keeps its own type.
 */
final class LeadingType {

    private LeadingType() {}

    /** Returns the columns in the order of {@code first}, those that only {@code own} has after them. */
    static Struct cast(Struct first, Struct own) {
        Map<String, ColumnType> fields = new LinkedHashMap<>();
        for (String name : first.layout().names()) {
            fields.put(name, cast(first.types().get(fields.size()), typeOf(own, name)));
        }
        for (String name : own.layout().names()) {
            fields.putIfAbsent(name, typeOf(own, name));
        }
        return Struct.of(fields);
    }

    private static ColumnType typeOf(Struct struct, String name) {
        ColumnType type = struct.type(name);
        return type == null ? Scalar.NOTHING : type;
    }

    private static ColumnType cast(ColumnType first, ColumnType own) {
        if (first instanceof Scalar scalar) {
            return cast(scalar, own);
        } else if (own == Scalar.NOTHING) {
            return first;
        } else if (first instanceof ListOf list && own instanceof ListOf other) {
            return new ListOf(cast(list.element(), other.element()));
        } else if (first instanceof Struct struct && own instanceof Struct other) {
            return cast(struct, other);
        }
        return own;
    }

    private static ColumnType cast(Scalar first, ColumnType own) {
        boolean castable = switch (first) {
            case NOTHING -> false;
            case MIXED -> true;
            case BOOL, TIME -> own == first || own == Scalar.NOTHING;
            case INT, FLOAT, ROUNDED_FLOAT -> own == Scalar.INT || own == Scalar.FLOAT || own == Scalar.NOTHING;
            // A point in time is printed before it becomes a text.
            case TEXT -> own instanceof Scalar && own != Scalar.MIXED && own != Scalar.TIME;
        };
        return castable ? first : own;
    }
}
