package network.pokt.mlqos.lmeh.config;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Says what a plain scalar is, as PyYAML 6.0 does for YAML 1.1: {@code yes} is true, {@code 1e5} is text, {@code 012} is ten,
 * {@code 1:30} is ninety, {@code 2024-01-31} is a date.
 */
final class YamlResolver extends Resolver {

    private static final Pattern BOOLEAN =
            Pattern.compile("yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF");
    private static final Pattern REAL = Pattern.compile("[-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?"
            + "|\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?"
            + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\\.[0-9_]*"
            + "|[-+]?\\.(?:inf|Inf|INF)"
            + "|\\.(?:nan|NaN|NAN)");
    private static final Pattern INTEGER = Pattern.compile("[-+]?0b[0-1_]+"
            + "|[-+]?0[0-7_]+"
            + "|[-+]?(?:0|[1-9][0-9_]*)"
            + "|[-+]?0x[0-9a-fA-F_]+"
            + "|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"
            + "|[0-9]{4}-[0-9][0-9]?-[0-9][0-9]?(?:[Tt]|[ \\t]+)[0-9][0-9]?:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?"
            + "(?:[ \\t]*(?:Z|[-+][0-9][0-9]?(?::[0-9][0-9])?))?");

    /** The longest number or time that is looked at; longer ones are text, so that none is costly to match or convert. */
    private static final int MAX_NUMBER = 4_000;

    private static final Tag VALUE = new Tag(Tag.PREFIX + "value");

    @Override
    public Tag resolve(NodeId kind, @Nullable String value, boolean plain) {
        if (kind == NodeId.sequence) {
            return Tag.SEQ;
        } else if (kind == NodeId.mapping) {
            return Tag.MAP;
        }
        return plain && value != null ? scalar(value) : Tag.STR;
    }

    private static Tag scalar(String value) {
        if (value.isEmpty()) {
            return Tag.NULL;
        }
        return switch (value.charAt(0)) {
            case 'y', 'Y', 't', 'T', 'f', 'F', 'o', 'O' -> matches(BOOLEAN, value) ? Tag.BOOL : Tag.STR;
            case 'n', 'N' -> isNull(value) ? Tag.NULL : matches(BOOLEAN, value) ? Tag.BOOL : Tag.STR;
            case '~' -> value.length() == 1 ? Tag.NULL : Tag.STR;
            case '<' -> value.equals("<<") ? Tag.MERGE : Tag.STR;
            case '=' -> value.length() == 1 ? VALUE : Tag.STR;
            case '+', '-', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number(value);
            default -> Tag.STR;
        };
    }

    private static Tag number(String value) {
        if (value.length() > MAX_NUMBER) {
            return Tag.STR;
        } else if (matches(REAL, value)) {
            return Tag.FLOAT;
        } else if (matches(INTEGER, value)) {
            return Tag.INT;
        }
        return matches(TIME, value) ? Tag.TIMESTAMP : Tag.STR;
    }

    private static boolean isNull(String value) {
        return value.equals("null") || value.equals("Null") || value.equals("NULL");
    }

    private static boolean matches(Pattern pattern, String value) {
        return pattern.matcher(value).matches();
    }
}
