package network.pokt.mlqos.lmeh.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.data.ColumnType.ColumnWise;
import network.pokt.mlqos.lmeh.data.ColumnType.ListOf;
import network.pokt.mlqos.lmeh.data.ColumnType.Scalar;
import network.pokt.mlqos.lmeh.data.ColumnType.Struct;
import org.jspecify.annotations.Nullable;

/**
 * The types of columns as the hub writes them: {@code {"dtype": "string", "_type": "Value"}} and so on. What is not known
 * here stays as the hub gives it.
 */
final class HubFeatures {

    private HubFeatures() {}

    /** Returns the type of a document with these columns. */
    static Struct document(Map<?, ?> features) {
        Map<String, ColumnType> fields = new LinkedHashMap<>();
        features.forEach((name, feature) -> fields.put(String.valueOf(name), type(feature)));
        return Struct.of(fields);
    }

    private static ColumnType type(@Nullable Object feature) {
        if (feature instanceof List<?> list) {
            return list.size() == 1 ? new ListOf(type(list.get(0))) : Scalar.NOTHING;
        } else if (!(feature instanceof Map<?, ?> map)) {
            return Scalar.NOTHING;
        } else if (!(map.get("_type") instanceof String kind)) {
            return document(map);
        } else {
            return typed(kind, map);
        }
    }

    private static ColumnType typed(String kind, Map<?, ?> feature) {
        return switch (kind) {
            case "Value" -> value(String.valueOf(feature.get("dtype")));
            case "ClassLabel" -> Scalar.INT;
            case "List", "LargeList" -> new ListOf(type(feature.get("feature")));
            case "Sequence" -> sequence(feature.get("feature"));
            default -> Scalar.NOTHING;
        };
    }

    private static ColumnType sequence(@Nullable Object feature) {
        if (feature instanceof Map<?, ?> map && !(map.get("_type") instanceof String)) {
            Map<String, ColumnType> columns = new LinkedHashMap<>();
            map.forEach((name, element) -> columns.put(String.valueOf(name), new ListOf(type(element))));
            return new ColumnWise(Struct.of(columns));
        }
        return new ListOf(type(feature));
    }

    private static ColumnType value(String dtype) {
        if (dtype.startsWith("float")) {
            return Scalar.FLOAT;
        } else if (dtype.startsWith("int") || dtype.startsWith("uint")) {
            return Scalar.INT;
        } else if (dtype.startsWith("timestamp")) {
            return Scalar.TIME;
        }
        return Scalar.NOTHING;
    }
}
