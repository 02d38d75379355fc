package network.pokt.mlqos.lmeh.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Arguments written as {@code temperature=0.25,top_p=0.9}, as command lines and recorded runs have them. */
public final class ArgumentText {

    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,18}");
    private static final Pattern REAL = Pattern.compile("[-+]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");

    private ArgumentText() {}

    /** Returns the arguments by name: Boolean, Long, Double, null for none, else String; quotes keep a text a text. */
    public static Map<String, @Nullable Object> parse(String text) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        for (String argument : text.strip().split(",", -1)) {
            int equals = argument.indexOf('=');
            if (!argument.isEmpty()) {
                String name = equals < 0 ? argument : argument.substring(0, equals);
                arguments.put(
                        name,
                        value(equals < 0 ? "" : argument.substring(equals + 1).strip()));
            }
        }
        return Collections.unmodifiableMap(arguments);
    }

    private static @Nullable Object value(String text) {
        int last = text.length() - 1;
        if (last > 0 && text.charAt(0) == text.charAt(last) && "'\"".indexOf(text.charAt(0)) >= 0) {
            return text.substring(1, last);
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            case "none" -> null;
            default -> number(text);
        };
    }

    private static Object number(String text) {
        if (INTEGER.matcher(text).matches()) {
            return Long.parseLong(text);
        }
        return REAL.matcher(text).matches() ? (Object) Double.parseDouble(text) : text;
    }
}
