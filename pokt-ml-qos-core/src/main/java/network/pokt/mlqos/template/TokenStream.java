package network.pokt.mlqos.template;

import java.util.List;
import network.pokt.mlqos.template.TemplateException.Kind;

/** The tokens of a template under a reading head, which also counts how deep the reader is nested. */
final class TokenStream {

    private final Source source;
    private final List<Token> tokens;
    private final int maxNesting;
    private int position;
    private int nesting;
    private int deepest;

    TokenStream(Source source, List<Token> tokens, int maxNesting) {
        this.source = source;
        this.tokens = tokens;
        this.maxNesting = maxNesting;
    }

    Token peek() {
        return tokens.get(position);
    }

    Token peekSecond() {
        return tokens.get(Math.min(position + 1, tokens.size() - 1));
    }

    Token next() {
        Token token = peek();
        position = Math.min(position + 1, tokens.size() - 1);
        return token;
    }

    /** Returns how many tokens have been read. */
    int position() {
        return position;
    }

    boolean takesOperator(String operator) {
        boolean takes = peek().isOperator(operator);
        if (takes) {
            next();
        }
        return takes;
    }

    boolean takesName(String name) {
        boolean takes = peek().isName(name);
        if (takes) {
            next();
        }
        return takes;
    }

    void expectOperator(String operator) {
        if (!takesOperator(operator)) {
            throw unexpected("'" + operator + "'");
        }
    }

    Token expect(Token.Kind kind, String what) {
        if (!peek().is(kind)) {
            throw unexpected(what);
        }
        return next();
    }

    /** Goes one level deeper. */
    void enter() {
        nesting++;
        deepest = Math.max(deepest, nesting);
        if (nesting > maxNesting) {
            throw source.error(
                    Kind.LIMIT,
                    "The template is nested deeper than " + maxNesting
                            + " levels; simplify it or raise maxNesting of its limits.",
                    peek().offset());
        }
    }

    /** Leaves the levels that were entered since the reader was so deep. */
    void leaveTo(int level) {
        nesting = level;
    }

    int nesting() {
        return nesting;
    }

    /** Returns how deep the reader has been since, with the depth that was reached before. */
    int deepest() {
        return deepest;
    }

    /** Takes note of another depth as the deepest. */
    void deepest(int depth) {
        deepest = depth;
    }

    int line(Token token) {
        return source.line(token.offset());
    }

    TemplateException unexpected(String expected) {
        return error(
                Kind.SYNTAX,
                "'" + Texts.abbreviated(peek().text()) + "' stands where " + expected + " is due; correct it.");
    }

    /** Returns an error at the next token. */
    TemplateException error(Kind kind, String reason) {
        return error(kind, reason, peek());
    }

    TemplateException error(Kind kind, String reason, Token token) {
        return source.error(kind, reason, token.offset());
    }

    TemplateException located(TemplateException error, Token token) {
        return source.located(error, token.offset());
    }
}
