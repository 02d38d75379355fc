package network.pokt.mlqos.lmeh.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pokt.mlqos.lmeh.function.UnsupportedFunctionException;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/**
 * A template of Python's {@code str.format} with plain fields. Immutable.
 *
 * @param parts what stands between the fields, one more than there are fields
 * @param fields the names of the fields; positional ones have their number for a name
 */
record Format(List<String> parts, List<String> fields) {

    private static final Pattern PIECE = Pattern.compile("\\{\\{|}}|\\{(\\w*)}|[{}]");

    Format {
        parts = List.copyOf(parts);
        fields = List.copyOf(fields);
    }

    /**
     * Reads a template.
     *
     * @throws UnsupportedFunctionException if it has more than plain fields, such as a format behind a colon
     */
    static Format of(String template) {
        List<String> parts = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        Matcher piece = PIECE.matcher(template);
        int kept = 0;
        while (piece.find()) {
            part.append(template, kept, piece.start());
            kept = piece.end();
            if (piece.group(1) != null) {
                parts.add(part.toString());
                fields.add(piece.group(1).isEmpty() ? String.valueOf(fields.size()) : piece.group(1));
                part.setLength(0);
            } else if (piece.group().length() == 2) {
                part.append(piece.group().charAt(0));
            } else {
                throw new UnsupportedFunctionException("The template '" + template
                        + "' of a Python function has more than plain fields; leave its task out.");
            }
        }
        parts.add(part.append(template, kept, template.length()).toString());
        return new Format(parts, fields);
    }

    /** Returns the template with {@code str} of the values in the places of their names. */
    String of(Map<String, ? extends @Nullable Object> values) {
        StringBuilder text = new StringBuilder(parts.get(0));
        for (int i = 0; i < fields.size(); i++) {
            text.append(PythonRepr.str(values.get(fields.get(i)))).append(parts.get(i + 1));
        }
        return text.toString();
    }

    /** Returns this template if it asks for nothing but these fields. */
    Format requiring(String... names) {
        if (!List.of(names).containsAll(fields)) {
            throw new UnsupportedFunctionException("A Python function formats " + fields
                    + " where its equivalent knows " + List.of(names) + "; leave its task out.");
        }
        return this;
    }
}
