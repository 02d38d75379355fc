package network.pokt.mlqos.lmeh.data;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.data.ColumnType.ListOf;
import network.pokt.mlqos.lmeh.data.ColumnType.Scalar;
import network.pokt.mlqos.lmeh.data.ColumnType.Struct;
import org.jspecify.annotations.Nullable;

/** What has been seen in a column of JSON values so far, from which its type follows. Not thread-safe. */
final class Shape {

    private final TypeRules rules;
    private boolean bools;
    private boolean ints;
    private boolean floats;
    private boolean texts;
    private boolean onlyTimes;
    private @Nullable Shape elements;
    private @Nullable Map<String, Shape> fields;
    private boolean unlikeFields;

    Shape(TypeRules rules) {
        this.rules = rules;
        this.onlyTimes = rules.readsTimes;
    }

    /** Sees one more value. */
    void see(@Nullable Object value) {
        if (value instanceof String text) {
            onlyTimes = onlyTimes && Timestamps.isTime(text);
            texts = true;
        } else if (value instanceof Boolean) {
            bools = true;
        } else if (value instanceof Double
                || (value instanceof BigInteger big && big.bitLength() > rules.integerBits)) {
            floats = true;
        } else if (value instanceof Number) {
            ints = true;
        } else if (value instanceof List<?> list) {
            seeElements(list);
        } else if (value instanceof Map<?, ?> map) {
            seeFields(map);
        }
    }

    private void seeElements(List<?> list) {
        Shape shape = elements;
        if (shape == null) {
            shape = new Shape(rules);
            elements = shape;
        }
        list.forEach(shape::see);
    }

    private void seeFields(Map<?, ?> map) {
        Map<String, Shape> known = fields;
        boolean first = known == null;
        if (known == null) {
            known = new LinkedHashMap<>();
            fields = known;
        }
        int before = known.size();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            known.computeIfAbsent((String) entry.getKey(), name -> new Shape(rules))
                    .see(entry.getValue());
        }
        unlikeFields |= map.isEmpty() || (!first && (known.size() > before || map.size() < before));
    }

    /** Returns the type of what has been seen. */
    ColumnType type() {
        int kinds = (bools ? 1 : 0)
                + (ints || floats ? 1 : 0)
                + (texts ? 1 : 0)
                + (elements == null ? 0 : 1)
                + (fields == null ? 0 : 1);
        if (kinds != 1) {
            return kinds == 0 ? Scalar.NOTHING : Scalar.MIXED;
        } else if (bools) {
            return Scalar.BOOL;
        } else if (texts) {
            return onlyTimes ? Scalar.TIME : Scalar.TEXT;
        } else if (elements != null) {
            return new ListOf(elements.type());
        } else if (fields != null) {
            return unlikeFields && rules.keepsUnlikeObjects ? Scalar.MIXED : struct();
        }
        return floats ? Scalar.FLOAT : Scalar.INT;
    }

    /** Returns the type of what has been seen, all of which were objects: missing names count as null. */
    Struct struct() {
        Map<String, ColumnType> types = new LinkedHashMap<>();
        if (fields != null) {
            fields.forEach((name, shape) -> types.put(name, shape.type()));
        }
        return Struct.of(types);
    }
}
