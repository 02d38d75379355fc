package network.pokt.mlqos.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads the literals of Python: {@code ast.literal_eval}. Thread-safe.
 *
 * <pre>{@code
 * List<?> choices = (List<?>) PythonLiteral.parse("['yes', \"it's\", 3]");
 * }</pre>
 *
 * <p>It reads numbers, texts, True, False, None, lists, tuples and dicts, to 100 levels. Bytes, sets, complex numbers and the
 * ellipsis, which no value of a template stands for, are refused.
 */
public final class PythonLiteral {

    /** CPython reads 200 open brackets; half of it is what the smallest stacks hold with ease. */
    private static final int MAX_DEPTH = 100;

    private final String source;
    private final Meter meter = Meter.ofDepth();
    private int position;
    private int brackets;

    private PythonLiteral(String source) {
        this.source = source;
    }

    /**
     * Returns the value of a literal: a {@code String}, {@code Boolean}, {@code Long}, {@code BigInteger}, {@code Double},
     * {@code List}, {@link PythonTuple}, {@code Map} or null for None.
     *
     * @throws TemplateException if the text is not one literal
     */
    public static @Nullable Object parse(String text) {
        int start = 0;
        while (start < text.length() && (text.charAt(start) == ' ' || text.charAt(start) == '\t')) {
            start++;
        }
        String source = text.substring(start).replace("\r\n", "\n").replace('\r', '\n');
        return new PythonLiteral(source).whole();
    }

    private @Nullable Object whole() {
        if (source.indexOf('\0') >= 0) {
            throw malformed("a NUL character");
        }
        skipBlankLines();
        Object value = value();
        if (peek() == ',') {
            value = tuple(value);
        }
        skipBlankLines();
        if (position < source.length()) {
            throw malformed("something after the literal");
        }
        return value;
    }

    private PythonTuple tuple(@Nullable Object first) {
        List<@Nullable Object> elements = new ArrayList<>();
        elements.add(first);
        while (takes(',') && peek() != ')' && peek() != '\n' && position < source.length()) {
            elements.add(value());
        }
        return PythonTuple.of(elements);
    }

    /** Reads a value and the white space behind it. */
    private @Nullable Object value() {
        char first = peek();
        if (first == '[') {
            return list();
        } else if (first == '(') {
            return parenthesized();
        } else if (first == '{') {
            return dict();
        } else if (first == '-' || first == '+') {
            position++;
            skip();
            return first == '-' ? Arithmetic.negate(unsigned(), meter) : unsigned();
        } else if (first == '.' || (first >= '0' && first <= '9')) {
            return number();
        }
        return textsOrName();
    }

    private List<@Nullable Object> list() {
        open();
        List<@Nullable Object> elements = new ArrayList<>();
        while (peek() != ']') {
            elements.add(value());
            if (!takes(',')) {
                break;
            }
        }
        close(']');
        return elements;
    }

    private @Nullable Object parenthesized() {
        open();
        Object value = PythonTuple.of(List.of());
        if (peek() != ')') {
            value = value();
            value = peek() == ',' ? tuple(value) : value;
        }
        close(')');
        return value;
    }

    private Object dict() {
        open();
        Dicts.Builder dict = new Dicts.Builder(meter);
        while (peek() != '}') {
            Object key = value();
            if (!takes(':')) {
                throw malformed("braces without ':' (a set is not supported)");
            }
            dict.put(key, value());
            if (!takes(',')) {
                break;
            }
        }
        close('}');
        return dict.build();
    }

    /** Reads what may follow a sign: a number, which may stand in parentheses. */
    private Object unsigned() {
        if (peek() != '(') {
            return number();
        }
        open();
        Object number = unsigned();
        close(')');
        return number;
    }

    private Object number() {
        NumberLiteral number = NumberLiteral.python(source, position);
        if (number == null) {
            throw malformed("a malformed number");
        }
        position = number.end();
        if (Character.isUnicodeIdentifierPart(peek()) && peek() != '\0') {
            throw malformed("a number that ends in '" + peek() + "'");
        }
        skip();
        return number.value();
    }

    /** Reads a name, or texts that stand side by side, which are one. */
    private @Nullable Object textsOrName() {
        StringBuilder texts = new StringBuilder();
        String prefix = word();
        if (!isQuote()) {
            skip();
            return named(prefix);
        }
        while (isQuote()) {
            switch (prefix.toLowerCase(Locale.ROOT)) {
                case "", "u" -> texts.append(StringEscapes.decode(quoted()));
                case "r" -> texts.append(quoted());
                default -> throw malformed("a text with the prefix " + prefix + " (only r and u are supported)");
            }
            skip();
            prefix = word();
        }
        if (!prefix.isEmpty()) {
            throw malformed("a text followed by '" + prefix + "'");
        }
        return texts.toString();
    }

    private static @Nullable Object named(String name) {
        return switch (name) {
            case "None" -> null;
            case "True" -> true;
            case "False" -> false;
            default -> throw malformed(name.isEmpty() ? "no value where one is due" : "the name '" + name + "'");
        };
    }

    private String word() {
        int start = position;
        while (position < source.length() && Character.isUnicodeIdentifierPart(source.charAt(position))) {
            position++;
        }
        return source.substring(start, position);
    }

    private boolean isQuote() {
        return peek() == '\'' || peek() == '"';
    }

    /** Reads a text in one or three quotes and returns what is between them. */
    private String quoted() {
        String quote = String.valueOf(peek());
        boolean threefold = source.startsWith(quote.repeat(3), position);
        String mark = threefold ? quote.repeat(3) : quote;
        int start = position + mark.length();
        int end = start;
        while (!source.startsWith(mark, end)) {
            if (end >= source.length() || (source.charAt(end) == '\n' && !threefold)) {
                throw malformed("a text that is not closed");
            }
            end += source.charAt(end) == '\\' ? 2 : 1;
        }
        position = end + mark.length();
        return source.substring(start, end);
    }

    private void open() {
        if (++brackets > MAX_DEPTH) {
            throw malformed("more than " + MAX_DEPTH + " levels");
        }
        position++;
        skip();
    }

    private void close(char bracket) {
        if (peek() != bracket) {
            throw malformed("no '" + bracket + "' where one is due");
        }
        position++;
        brackets--;
        skip();
    }

    private boolean takes(char expected) {
        if (peek() != expected) {
            return false;
        }
        position++;
        skip();
        return true;
    }

    private char peek() {
        return position < source.length() ? source.charAt(position) : '\0';
    }

    /** Skips white space and comments; line breaks only inside of brackets. */
    private void skip() {
        while (true) {
            if (source.startsWith("\\\n", position)) {
                position += 2;
            } else if (peek() == '#') {
                int lineEnd = source.indexOf('\n', position);
                position = lineEnd < 0 ? source.length() : lineEnd;
            } else if (peek() == ' ' || peek() == '\t' || peek() == '\f' || (peek() == '\n' && brackets > 0)) {
                position++;
            } else {
                return;
            }
        }
    }

    private void skipBlankLines() {
        int lineStart = position;
        skip();
        while (peek() == '\n') {
            position++;
            lineStart = position;
            skip();
        }
        // Even a last line without anything but white space is indented.
        boolean blank = position == source.length() && source.indexOf('#', lineStart) >= 0;
        if (position > lineStart && lineStart > 0 && !blank) {
            throw malformed("an indented line");
        }
    }

    private static TemplateException malformed(String what) {
        return new TemplateException(Kind.SYNTAX, "The text is not a Python literal, it has " + what + "; correct it.");
    }
}
