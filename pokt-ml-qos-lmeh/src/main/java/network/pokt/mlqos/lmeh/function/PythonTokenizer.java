package network.pokt.mlqos.lmeh.function;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import network.pokt.mlqos.lmeh.function.PythonToken.Kind;

/**
 * Splits Python source into tokens, without comments and layout other than the ends of lines and blocks. Linear in the source.
 * Not thread-safe.
 */
final class PythonTokenizer {

    /** Longest first, so that the first that fits is the token. */
    private static final List<String> OPERATORS = List.of(
            "**=", "//=", ">>=", "<<=", "...", "**", "//", ">>", "<<", "<=", ">=", "==", "!=", "->", ":=", "+=", "-=",
            "*=", "/=", "%=", "&=", "|=", "^=", "@=");

    private static final int TAB = 8;

    private final String source;
    private final List<PythonToken> tokens = new ArrayList<>();
    private final Deque<Integer> indents = new ArrayDeque<>(List.of(0));
    private int position;
    private int line = 1;
    private int brackets;

    private PythonTokenizer(String source) {
        this.source = source;
    }

    /**
     * Returns the tokens of a module.
     *
     * @throws IllegalArgumentException if a text is not closed or blocks do not fit
     */
    static List<PythonToken> tokens(String source) {
        String text = source.startsWith("\ufeff") ? source.substring(1) : source;
        return new PythonTokenizer(text.replace("\r\n", "\n").replace('\r', '\n')).all();
    }

    private List<PythonToken> all() {
        while (position < source.length()) {
            if (brackets == 0 && atLineStart()) {
                indent();
            } else {
                next();
            }
        }
        endLine();
        while (indents.size() > 1) {
            indents.pop();
            add(Kind.DEDENT, "");
        }
        return tokens;
    }

    private boolean atLineStart() {
        return position == 0 || (source.charAt(position - 1) == '\n' && (tokens.isEmpty() || lastEndsLine()));
    }

    private boolean lastEndsLine() {
        Kind last = tokens.get(tokens.size() - 1).kind();
        return last == Kind.NEWLINE || last == Kind.INDENT || last == Kind.DEDENT;
    }

    /** Reads the white space in front of a line, and skips lines that have nothing else but a comment. */
    private void indent() {
        int width = 0;
        while (position < source.length() && " \t\f".indexOf(source.charAt(position)) >= 0) {
            width = source.charAt(position) == '\t' ? (width / TAB + 1) * TAB : width + 1;
            position++;
        }
        skipComment();
        if (position >= source.length()) {
            return;
        } else if (source.charAt(position) == '\n') {
            position++;
            line++;
            return;
        }
        if (width > current()) {
            indents.push(width);
            add(Kind.INDENT, "");
        }
        while (width < current()) {
            indents.pop();
            add(Kind.DEDENT, "");
        }
        if (width != current()) {
            throw malformed("a block that ends where none began");
        }
        next();
    }

    private int current() {
        Integer width = indents.peek();
        return width == null ? 0 : width;
    }

    private void next() {
        char c = source.charAt(position);
        if (c == '\n') {
            position++;
            if (brackets == 0) {
                endLine();
            }
            line++;
        } else if (c == '\\' && position + 1 < source.length() && source.charAt(position + 1) == '\n') {
            position += 2;
            line++;
        } else if (c == '#') {
            skipComment();
        } else if (Character.isWhitespace(c)) {
            position++;
        } else if (c == '"' || c == '\'') {
            string(position);
        } else if (isDigit(position) || (c == '.' && position + 1 < source.length() && isDigit(position + 1))) {
            number();
        } else if (Character.isUnicodeIdentifierStart(source.codePointAt(position)) || c == '_') {
            nameOrString();
        } else {
            operator();
        }
    }

    private boolean isDigit(int index) {
        return Character.isDigit(source.charAt(index));
    }

    private void nameOrString() {
        int start = position;
        while (position < source.length() && Character.isUnicodeIdentifierPart(source.codePointAt(position))) {
            position += Character.charCount(source.codePointAt(position));
        }
        boolean quoted = position < source.length() && "\"'".indexOf(source.charAt(position)) >= 0;
        if (quoted && position - start <= 2) {
            string(start);
        } else {
            add(Kind.NAME, source.substring(start, position));
        }
    }

    private void number() {
        int start = position;
        while (position < source.length()) {
            char c = source.charAt(position);
            boolean sign = (c == '+' || c == '-')
                    && Character.toLowerCase(source.charAt(position - 1)) == 'e'
                    && !source.substring(start, position)
                            .toLowerCase(Locale.ROOT)
                            .startsWith("0x");
            if (!Character.isLetterOrDigit(c) && c != '_' && c != '.' && !sign) {
                break;
            }
            position++;
        }
        add(Kind.NUMBER, source.substring(start, position));
    }

    private void string(int start) {
        String quote = String.valueOf(source.charAt(position));
        String mark = source.startsWith(quote.repeat(3), position) ? quote.repeat(3) : quote;
        int begun = line;
        position += mark.length();
        while (!source.startsWith(mark, position)) {
            if (position >= source.length() || (source.charAt(position) == '\n' && mark.length() == 1)) {
                throw malformed("a text that is not closed");
            }
            if (source.charAt(position) == '\\' && position + 1 < source.length()) {
                line += source.charAt(position + 1) == '\n' ? 1 : 0;
                position++;
            } else if (source.charAt(position) == '\n') {
                line++;
            }
            position++;
        }
        position += mark.length();
        tokens.add(new PythonToken(Kind.STRING, source.substring(start, position), begun));
    }

    private void operator() {
        String operator = OPERATORS.stream()
                .filter(candidate -> source.startsWith(candidate, position))
                .findFirst()
                .orElse(source.substring(position, position + Character.charCount(source.codePointAt(position))));
        position += operator.length();
        if ("([{".contains(operator)) {
            brackets++;
        } else if (")]}".contains(operator)) {
            brackets = Math.max(0, brackets - 1);
        }
        add(Kind.OPERATOR, operator);
    }

    private void skipComment() {
        if (position < source.length() && source.charAt(position) == '#') {
            int end = source.indexOf('\n', position);
            position = end < 0 ? source.length() : end;
        }
    }

    private void endLine() {
        if (!tokens.isEmpty() && !lastEndsLine()) {
            add(Kind.NEWLINE, "");
        }
    }

    private void add(Kind kind, String text) {
        tokens.add(new PythonToken(kind, text, line));
    }

    private IllegalArgumentException malformed(String what) {
        return new IllegalArgumentException("The Python source has " + what + " in line " + line + "; correct it.");
    }
}
