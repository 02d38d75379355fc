package network.pokt.mlqos.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a template into tokens, and white space away from it.
 *
 * <p>A {@code -} inside of a delimiter takes all white space on its outer side. Otherwise, if blocks are trimmed, a tag or
 * comment takes the line break behind it, and if blocks are stripped, also the spaces before it up to the beginning of its line; a
 * {@code +} keeps them. Output takes nothing.
 */
final class Lexer {

    private static final List<String> OPERATORS = List.of(
            "//", "**", "==", "!=", ">=", "<=", "+", "-", "/", "*", "%", "~", "[", "]", "(", ")", "{", "}", ">", "<",
            "=", ".", ":", "|", ",", ";");

    private final Source source;
    private final String text;
    private final boolean trimBlocks;
    private final boolean lstripBlocks;
    private final List<Token> tokens = new ArrayList<>();
    private int position;

    Lexer(Source source, boolean trimBlocks, boolean lstripBlocks) {
        this.source = source;
        this.text = source.text();
        this.trimBlocks = trimBlocks;
        this.lstripBlocks = lstripBlocks;
    }

    List<Token> tokens() {
        while (position < text.length()) {
            int open = nextDelimiter();
            if (open < 0) {
                addText(position, text.length());
                position = text.length();
            } else {
                delimiter(open);
            }
        }
        add(Token.Kind.END, "the end of the template", null, position);
        return tokens;
    }

    private int nextDelimiter() {
        int open = text.indexOf('{', position);
        while (open >= 0 && (open + 1 == text.length() || "{%#".indexOf(text.charAt(open + 1)) < 0)) {
            open = text.indexOf('{', open + 1);
        }
        return open;
    }

    private void delimiter(int open) {
        char kind = text.charAt(open + 1);
        addTextBefore(open, kind != '{');
        char sign = charAt(open + 2);
        position = open + (sign == '-' || sign == '+' ? 3 : 2);
        if (kind == '#') {
            comment(open);
        } else if (kind == '{') {
            add(Token.Kind.PRINT_BEGIN, "{{", null, open);
            expression(open, '}', Token.Kind.PRINT_END);
        } else if (!raw(open)) {
            add(Token.Kind.TAG_BEGIN, "{%", null, open);
            expression(open, '%', Token.Kind.TAG_END);
        }
    }

    /** Adds the text up to a delimiter, without what the delimiter takes. */
    private void addTextBefore(int open, boolean block) {
        int start = position;
        int end = open;
        char sign = charAt(open + 2);
        if (sign == '-') {
            while (end > start && PythonText.isSpace(text.charAt(end - 1))) {
                end--;
            }
        } else if (block && lstripBlocks && sign != '+') {
            while (end > start && text.charAt(end - 1) != '\n' && PythonText.isSpace(text.charAt(end - 1))) {
                end--;
            }
            boolean lineBegins = end == 0 || text.charAt(end - 1) == '\n';
            end = lineBegins ? end : open;
        }
        addText(start, end);
    }

    private void addText(int start, int end) {
        if (end > start) {
            add(Token.Kind.TEXT, text.substring(start, end), null, start);
        }
    }

    private void comment(int open) {
        int close = text.indexOf("#}", position);
        if (close < 0) {
            throw error("A comment is not closed; close it with #}.", open);
        }
        char sign = close > position ? text.charAt(close - 1) : '\0';
        position = close + 2;
        takeBehind(sign);
    }

    /** Takes the white space behind a tag or comment that ends at the position, after this sign. */
    private void takeBehind(char sign) {
        if (sign == '-') {
            skipSpaces();
        } else if (sign != '+' && trimBlocks && charAt(position) == '\n') {
            position++;
        }
    }

    private void skipSpaces() {
        while (position < text.length() && PythonText.isSpace(text.charAt(position))) {
            position++;
        }
    }

    /** Reads {@code {% raw %}} and what is in it, as text; returns whether there is one at the position. */
    private boolean raw(int open) {
        int begun = position;
        if (!takesWord("raw") || charAt(position) == '+' || !takesTagEnd(false)) {
            position = begun;
            return false;
        }
        int start = position;
        for (int end = text.indexOf("{%", start); end >= 0; end = text.indexOf("{%", end + 1)) {
            char sign = charAt(end + 2);
            position = end + (sign == '-' || sign == '+' ? 3 : 2);
            if (takesWord("endraw") && takesTagEnd(trimBlocks)) {
                int next = position;
                position = start;
                addTextBefore(end, true);
                position = next;
                return true;
            }
        }
        throw error("A raw block is not closed; close it with {% endraw %}.", open);
    }

    private boolean takesWord(String word) {
        skipSpaces();
        boolean taken = text.startsWith(word, position);
        position += taken ? word.length() : 0;
        skipSpaces();
        return taken;
    }

    private boolean takesTagEnd(boolean trim) {
        char sign = charAt(position);
        boolean signed = sign == '-' || sign == '+';
        if (!text.startsWith("%}", signed ? position + 1 : position)) {
            return false;
        }
        position += signed ? 3 : 2;
        if (signed || trim) {
            takeBehind(sign);
        }
        return true;
    }

    /** Reads the tokens of an expression or tag up to the end that begins with {@code close}. */
    private void expression(int open, char close, Token.Kind end) {
        Deque<Character> brackets = new ArrayDeque<>();
        while (true) {
            skipSpaces();
            if (position >= text.length()) {
                throw error(
                        "A " + text.substring(open, open + 2) + " is not closed; close it with " + close + "}.", open);
            } else if (brackets.isEmpty() && takesEnd(close, end)) {
                return;
            }
            token(brackets);
        }
    }

    private boolean takesEnd(char close, Token.Kind end) {
        int start = position;
        char sign = charAt(position);
        boolean signed = sign == '-' || (sign == '+' && close == '%');
        if (!text.startsWith(close + "}", signed ? position + 1 : position)) {
            return false;
        }
        position += signed ? 3 : 2;
        if (signed || close == '%') {
            takeBehind(sign);
        }
        add(end, close + "}", null, start);
        return true;
    }

    private void token(Deque<Character> brackets) {
        int start = position;
        char first = text.charAt(position);
        if (first == '\'' || first == '"') {
            string(first);
        } else if (first >= '0' && first <= '9') {
            number();
        } else if (first == '_' || Character.isLetter(text.codePointAt(position))) {
            name();
        } else {
            operator(start, brackets);
        }
    }

    private void string(char quote) {
        int start = position;
        int end = start + 1;
        while (end < text.length() && text.charAt(end) != quote) {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        if (end >= text.length()) {
            throw error("A text is not closed; close it with " + quote + ".", start);
        }
        position = end + 1;
        try {
            add(Token.Kind.STRING, "a text", StringEscapes.decode(text.substring(start + 1, end)), start);
        } catch (TemplateException e) {
            throw source.located(e, start);
        }
    }

    private void number() {
        int start = position;
        try {
            NumberLiteral number = NumberLiteral.jinja(text, start);
            if (number == null) {
                throw error("A number is malformed; correct it.", start);
            }
            position = number.end();
            add(Token.Kind.NUMBER, text.substring(start, position), number.value(), start);
        } catch (TemplateException e) {
            throw source.located(e, start);
        }
    }

    private void name() {
        int start = position;
        while (position < text.length()) {
            int character = text.codePointAt(position);
            if ((character != '_' && !Character.isUnicodeIdentifierPart(character))
                    || Character.isIdentifierIgnorable(character)) {
                break;
            }
            position += Character.charCount(character);
        }
        add(Token.Kind.NAME, text.substring(start, position), null, start);
    }

    private void operator(int start, Deque<Character> brackets) {
        for (String operator : OPERATORS) {
            if (text.startsWith(operator, start)) {
                balance(operator.charAt(0), brackets, start);
                position += operator.length();
                add(Token.Kind.OPERATOR, operator, null, start);
                return;
            }
        }
        throw error("'" + Character.toString(text.codePointAt(start)) + "' means nothing here; remove it.", start);
    }

    private void balance(char bracket, Deque<Character> brackets, int start) {
        switch (bracket) {
            case '(' -> brackets.push(')');
            case '[' -> brackets.push(']');
            case '{' -> brackets.push('}');
            case ')', ']', '}' -> {
                Character expected = brackets.poll();
                if (expected == null || expected != bracket) {
                    throw error("'" + bracket + "' closes nothing that was opened; balance the brackets.", start);
                }
            }
            default -> {
                // Other operators come alone.
            }
        }
    }

    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : '\0';
    }

    private void add(Token.Kind kind, String content, @Nullable Object value, int offset) {
        tokens.add(new Token(kind, content, value, offset));
    }

    private TemplateException error(String reason, int offset) {
        return source.error(Kind.SYNTAX, reason, offset);
    }
}
