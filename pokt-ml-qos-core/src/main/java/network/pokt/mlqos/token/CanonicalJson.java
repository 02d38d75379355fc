package network.pokt.mlqos.token;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * One spelling for equal JSON: names in the order of their UTF-16 units, numbers by value, no white space. What a value
 * may leave out stays out.
 */
final class CanonicalJson {

    private CanonicalJson() {}

    static String of(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            out.append('{');
            Map<String, JsonNode> sorted = new TreeMap<>();
            node.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
            Iterator<Map.Entry<String, JsonNode>> entries = sorted.entrySet().iterator();
            while (entries.hasNext()) {
                Map.Entry<String, JsonNode> entry = entries.next();
                quote(entry.getKey(), out);
                out.append(':');
                write(entry.getValue(), out);
                out.append(entries.hasNext() ? "," : "");
            }
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            for (int i = 0; i < node.size(); i++) {
                out.append(i == 0 ? "" : ",");
                write(node.path(i), out);
            }
            out.append(']');
        } else if (node.isString()) {
            quote(node.asString(), out);
        } else if (node.isNumber()) {
            out.append(number(node));
        } else {
            out.append(node.isBoolean() ? String.valueOf(node.asBoolean()) : "null");
        }
    }

    /** 1, 1.0 and 1e0 are one number; what JSON cannot hold as a decimal, such as a NaN, is spelled by its name. */
    private static String number(JsonNode node) {
        double value = node.asDouble();
        if (Double.isNaN(value) || (Double.isInfinite(value) && !node.isBigInteger() && !node.isBigDecimal())) {
            return String.valueOf(value);
        }
        java.math.BigDecimal decimal = node.asDecimal();
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toString();
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"').append(text.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    }
}
