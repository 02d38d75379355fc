package network.pokt.mlqos.template;

import org.jspecify.annotations.Nullable;

/**
 * The smallest part of a template that has a meaning.
 *
 * @param text a name, an operator, the text outside of tags, or how the token reads in an error
 * @param value the value of a literal
 * @param offset where it begins in the source
 */
record Token(Kind kind, String text, @Nullable Object value, int offset) {

    enum Kind {
        TEXT,
        PRINT_BEGIN,
        PRINT_END,
        TAG_BEGIN,
        TAG_END,
        NAME,
        STRING,
        NUMBER,
        OPERATOR,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** Returns the text of a name or operator, or an empty one. */
    String symbol() {
        return kind == Kind.NAME || kind == Kind.OPERATOR ? text : "";
    }

    boolean isName(String name) {
        return kind == Kind.NAME && text.equals(name);
    }

    boolean isOperator(String operator) {
        return kind == Kind.OPERATOR && text.equals(operator);
    }
}
