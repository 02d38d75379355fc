package network.pokt.mlqos.lmeh.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import network.pokt.mlqos.template.PythonLiteral;
import network.pokt.mlqos.template.TemplateException;

/**
 * What a text of Python source holds: its literal parts, and between them the expressions of an f-string.
 *
 * @param parts literal parts, decoded; one more than there are fields
 * @param fields the expressions in braces as written, without white space around them
 */
record PythonString(List<String> parts, List<String> fields) {

    PythonString {
        parts = List.copyOf(parts);
        fields = List.copyOf(fields);
    }

    /** Reads a token such as {@code 'it''s'}, {@code r"\d"} or {@code f"{a}: {b!r}"}; that of bytes keeps its quotes. */
    static PythonString of(String token) {
        int open = 0;
        while (token.charAt(open) != '"' && token.charAt(open) != '\'') {
            open++;
        }
        String prefix = token.substring(0, open).toLowerCase(Locale.ROOT);
        String quote = token.substring(open, open + 1);
        int marks = token.startsWith(quote.repeat(3), open) && token.length() >= open + 6 ? 3 : 1;
        String body = token.substring(open + marks, token.length() - marks);
        String mark = quote.repeat(marks);
        if (prefix.contains("b")) {
            return new PythonString(List.of(token), List.of());
        } else if (!prefix.contains("f")) {
            return new PythonString(List.of(decode(prefix, mark, body)), List.of());
        }
        return formatted(prefix.replace("f", ""), mark, body);
    }

    private static PythonString formatted(String prefix, String mark, String body) {
        List<String> parts = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int i = 0;
        while (i < body.length()) {
            char c = body.charAt(i);
            boolean twice = i + 1 < body.length() && body.charAt(i + 1) == c;
            if ((c == '{' || c == '}') && twice) {
                part.append(c);
                i += 2;
            } else if (c == '{') {
                int end = fieldEnd(body, i + 1);
                parts.add(decode(prefix, mark, part.toString()));
                fields.add(body.substring(i + 1, end).strip());
                part.setLength(0);
                i = end + 1;
            } else {
                part.append(c);
                i++;
            }
        }
        parts.add(decode(prefix, mark, part.toString()));
        return new PythonString(parts, fields);
    }

    private static int fieldEnd(String body, int from) {
        int depth = 0;
        for (int i = from; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '}' && depth == 0) {
                return i;
            }
            depth += "{[(".indexOf(c) >= 0 ? 1 : "}])".indexOf(c) >= 0 ? -1 : 0;
        }
        throw new IllegalArgumentException("The Python source has an f-string with an open brace; correct it.");
    }

    private static String decode(String prefix, String mark, String body) {
        String kept = prefix.contains("r") ? "r" : "";
        try {
            return (String) Objects.requireNonNull(PythonLiteral.parse(kept + mark + body + mark));
        } catch (TemplateException e) {
            // What is no literal by itself, such as a part of a raw f-string that ends in a backslash, stands for
            // itself.
            return body;
        }
    }
}
