package network.pokt.mlqos.lmeh.function;

/**
 * One token of Python source.
 *
 * @param kind what it is
 * @param text the token as written; empty for the ends of lines and blocks
 * @param line its line, from 1
 */
record PythonToken(Kind kind, String text, int line) {

    enum Kind {
        NAME,
        NUMBER,
        STRING,
        OPERATOR,
        NEWLINE,
        INDENT,
        DEDENT
    }

    boolean is(String expected) {
        return text.equals(expected) && (kind == Kind.NAME || kind == Kind.OPERATOR);
    }
}
