package network.pokt.mlqos.template;

import network.pokt.mlqos.template.TemplateException.Kind;

/** The escapes of Python's string literals. */
final class StringEscapes {

    private static final int OCTAL_DIGITS = 3;

    private final String literal;
    private final StringBuilder out;
    private int position;

    private StringEscapes(String literal) {
        this.literal = literal;
        this.out = new StringBuilder(literal.length());
    }

    /** Returns the text of a literal without its quotes; an escape that Python does not know stands for itself. */
    static String decode(String literal) {
        return literal.indexOf('\\') < 0 ? literal : new StringEscapes(literal).decoded();
    }

    private String decoded() {
        while (position < literal.length()) {
            char character = literal.charAt(position++);
            if (character == '\\' && position < literal.length()) {
                escape(literal.charAt(position++));
            } else {
                out.append(character);
            }
        }
        return out.toString();
    }

    private void escape(char letter) {
        switch (letter) {
            case '\n' -> {
                // The line goes on.
            }
            case '\\', '\'', '"' -> out.append(letter);
            case 'a' -> out.append('\u0007');
            case 'b' -> out.append('\b');
            case 'f' -> out.append('\f');
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case 'v' -> out.append('\u000b');
            case 'x' -> hexadecimal(2);
            case 'u' -> hexadecimal(4);
            case 'U' -> hexadecimal(8);
            case 'N' -> named();
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal();
            default -> out.append('\\').append(letter);
        }
    }

    private void octal() {
        int end = position;
        while (end < literal.length()
                && end - position < OCTAL_DIGITS - 1
                && Character.digit(literal.charAt(end), 8) >= 0) {
            end++;
        }
        out.appendCodePoint(Integer.parseInt(literal.substring(position - 1, end), 8));
        position = end;
    }

    private void hexadecimal(int digits) {
        long codePoint = 0;
        for (int i = 0; i < digits; i++) {
            int digit = position < literal.length() ? Character.digit(literal.charAt(position), 16) : -1;
            if (digit < 0 || literal.charAt(position) >= 0x80) {
                throw malformed("an escape in it lacks hexadecimal digits");
            }
            codePoint = codePoint * 16 + digit;
            position++;
        }
        if (codePoint > Character.MAX_CODE_POINT) {
            throw malformed("there is no character U+" + Long.toHexString(codePoint));
        }
        out.appendCodePoint((int) codePoint);
    }

    private void named() {
        int end = literal.indexOf('}', position);
        if (end < 0 || literal.charAt(position) != '{') {
            throw malformed("\\N lacks a name in braces");
        }
        String name = literal.substring(position + 1, end);
        try {
            out.appendCodePoint(Character.codePointOf(name));
        } catch (IllegalArgumentException e) {
            throw malformed("no character is named '" + name + "'");
        }
        position = end + 1;
    }

    private static TemplateException malformed(String why) {
        return new TemplateException(Kind.SYNTAX, "A text is malformed, " + why + "; write \\\\ for a backslash.");
    }
}
