package network.pokt.mlqos.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import network.pokt.mlqos.template.Expression.ArgumentList;
import network.pokt.mlqos.template.TemplateException.Kind;

/** Reads what stands between operators: literals and names, with all that is attached to them. */
final class OperandParser {

    /** A filter that has been read before what it is applied to. */
    record PendingFilter(Builtin filter, ArgumentList arguments) {

        Expression of(Expression subject) {
            return new Expression.Application(subject, filter, arguments);
        }
    }

    private static final Expression NONE = new Expression.Constant(null);

    /** The names that end a test without arguments. */
    private static final Set<String> BEHIND_TESTS = Set.of("else", "or", "and");

    private final TokenStream tokens;
    private final Dialect dialect;
    private final NameCheck names;
    private final ExpressionParser expressions;

    OperandParser(TokenStream tokens, Dialect dialect, NameCheck names, ExpressionParser expressions) {
        this.tokens = tokens;
        this.dialect = dialect;
        this.names = names;
        this.expressions = expressions;
    }

    /** Reads an operand with its sign, filters and tests. */
    Expression operand() {
        int outside = tokens.nesting();
        Expression operand = filtersAndTests(signed());
        tokens.leaveTo(outside);
        return operand;
    }

    /** Reads an operand with its sign; it leaves the nesting to the caller. */
    private Expression signed() {
        Token sign = tokens.peek();
        if (!sign.isOperator("-") && !sign.isOperator("+")) {
            return postfix(primary());
        }
        tokens.next();
        tokens.enter();
        return postfix(new Expression.Unary(sign.isOperator("-"), signed()));
    }

    private Expression primary() {
        Token token = tokens.next();
        return switch (token.kind()) {
            case NAME ->
                switch (token.text()) {
                    case "true", "True" -> new Expression.Constant(true);
                    case "false", "False" -> new Expression.Constant(false);
                    case "none", "None" -> NONE;
                    default -> name(token);
                };
            case STRING -> text(token);
            case NUMBER -> new Expression.Constant(token.value());
            case OPERATOR ->
                switch (token.text()) {
                    case "(" -> parenthesized();
                    case "[" -> new Expression.ListDisplay(elements("]"));
                    case "{" -> dict();
                    default -> throw notAnExpression(token);
                };
            default -> throw notAnExpression(token);
        };
    }

    private Expression name(Token token) {
        names.read(token);
        return new Expression.Name(token.text());
    }

    private TemplateException notAnExpression(Token token) {
        return tokens.error(
                Kind.SYNTAX,
                "'" + Texts.abbreviated(token.text()) + "' stands where an expression is due; correct it.",
                token);
    }

    /** Texts side by side are one. */
    private Expression text(Token first) {
        StringBuilder text = new StringBuilder((String) Objects.requireNonNull(first.value()));
        while (tokens.peek().is(Token.Kind.STRING)) {
            text.append(tokens.next().value());
        }
        return new Expression.Constant(text.toString());
    }

    private Expression parenthesized() {
        Expression inner = tokens.peek().isOperator(")") ? new Expression.TupleDisplay(List.of()) : expressions.tuple();
        tokens.expectOperator(")");
        return inner;
    }

    private List<Expression> elements(String close) {
        List<Expression> elements = new ArrayList<>();
        while (!tokens.peek().isOperator(close)) {
            elements.add(expressions.expression());
            if (!tokens.takesOperator(",")) {
                break;
            }
        }
        tokens.expectOperator(close);
        return elements;
    }

    private Expression dict() {
        List<Expression> keys = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        while (!tokens.peek().isOperator("}")) {
            keys.add(expressions.expression());
            tokens.expectOperator(":");
            values.add(expressions.expression());
            if (!tokens.takesOperator(",")) {
                break;
            }
        }
        tokens.expectOperator("}");
        return new Expression.DictDisplay(keys, values);
    }

    private Expression postfix(Expression operand) {
        Expression result = operand;
        while (true) {
            Token token = tokens.peek();
            if (token.isOperator(".")) {
                result = attribute(result);
            } else if (token.isOperator("[")) {
                result = subscript(result);
            } else if (token.isOperator("(")) {
                result = call(result);
            } else {
                return result;
            }
        }
    }

    private Expression attribute(Expression owner) {
        tokens.enter();
        tokens.next();
        Token name = tokens.next();
        if (name.is(Token.Kind.NUMBER) && Integers.isInteger(name.value())) {
            return new Expression.Item(owner, new Expression.Constant(name.value()));
        } else if (!name.is(Token.Kind.NAME)) {
            throw tokens.error(Kind.SYNTAX, "No name follows the '.'; write one.", name);
        } else if (name.text().startsWith("__")) {
            throw tokens.error(
                    Kind.UNSUPPORTED, "The internals of Python such as '" + name.text() + "' are not to be had.", name);
        }
        return new Expression.Attribute(owner, name.text());
    }

    private Expression subscript(Expression owner) {
        tokens.enter();
        Token open = tokens.next();
        Expression start = tokens.peek().isOperator(":") ? NONE : expressions.expression();
        if (tokens.takesOperator(":")) {
            Expression stop = bound();
            Expression step = tokens.takesOperator(":") ? bound() : NONE;
            tokens.expectOperator("]");
            return new Expression.Slice(owner, start, stop, step);
        } else if (tokens.peek().isOperator(",")) {
            throw tokens.error(
                    Kind.UNSUPPORTED, "Several indices in one [] are not supported; use one after the other.", open);
        }
        tokens.expectOperator("]");
        return new Expression.Item(owner, start);
    }

    private Expression bound() {
        return tokens.peek().isOperator(":") || tokens.peek().isOperator("]") ? NONE : expressions.expression();
    }

    private Expression call(Expression callee) {
        tokens.enter();
        Token open = tokens.peek();
        ArgumentList arguments = arguments();
        names.called(callee, arguments, open);
        return new Expression.Invocation(callee, arguments);
    }

    private ArgumentList arguments() {
        tokens.expectOperator("(");
        List<Expression> positional = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        while (!tokens.peek().isOperator(")")) {
            Token token = tokens.peek();
            if (token.isOperator("*") || token.isOperator("**")) {
                throw tokens.error(
                        Kind.UNSUPPORTED,
                        "Arguments from a list or dict (* and **) are not supported; write them out.");
            } else if (token.is(Token.Kind.NAME) && tokens.peekSecond().isOperator("=")) {
                tokens.next();
                tokens.next();
                if (named.put(token.text(), expressions.expression()) != null) {
                    throw tokens.error(
                            Kind.SYNTAX, "The argument '" + token.text() + "' is given twice; give it once.", token);
                }
            } else if (!named.isEmpty()) {
                throw tokens.error(
                        Kind.SYNTAX, "An argument without a name follows one with a name; swap them.", token);
            } else {
                positional.add(expressions.expression());
            }
            if (!tokens.takesOperator(",")) {
                break;
            }
        }
        tokens.expectOperator(")");
        return new ArgumentList(positional, named);
    }

    private Expression filtersAndTests(Expression subject) {
        Expression result = subject;
        while (true) {
            Token token = tokens.peek();
            if (token.isOperator("|")) {
                tokens.enter();
                tokens.next();
                result = filter().of(result);
            } else if (token.isName("is")) {
                tokens.enter();
                tokens.next();
                result = test(result);
            } else if (token.isOperator("(")) {
                result = call(result);
            } else {
                return result;
            }
        }
    }

    /** Reads filters that follow each other, each behind its {@code |}. */
    List<PendingFilter> filters() {
        List<PendingFilter> filters = new ArrayList<>();
        while (tokens.takesOperator("|")) {
            tokens.enter();
            filters.add(filter());
        }
        return filters;
    }

    /** Reads the name of a filter and its arguments. */
    PendingFilter filter() {
        Token name = tokens.expect(Token.Kind.NAME, "the name of a filter");
        Builtin filter = dialect.filters().find(name.text());
        if (filter == null) {
            throw tokens.error(
                    Kind.UNSUPPORTED, "There is no filter '" + name.text() + "'; use one that there is.", name);
        }
        ArgumentList arguments = tokens.peek().isOperator("(") ? arguments() : ArgumentList.EMPTY;
        names.applied(filter, arguments, name);
        return new PendingFilter(filter, arguments);
    }

    private Expression test(Expression subject) {
        boolean negated = tokens.takesName("not");
        Token name = tokens.expect(Token.Kind.NAME, "the name of a test");
        Builtin test = Tests.TABLE.find(name.text());
        if (test == null) {
            throw tokens.error(
                    Kind.UNSUPPORTED, "There is no test '" + name.text() + "'; use one that there is.", name);
        }
        ArgumentList arguments = testArguments();
        names.applied(test, arguments, name);
        Expression result = new Expression.Application(subject, test, arguments);
        return negated ? new Expression.Not(result) : result;
    }

    /** A single argument of a test needs no parentheses. */
    private ArgumentList testArguments() {
        Token token = tokens.peek();
        if (token.isOperator("(")) {
            return arguments();
        }
        boolean operand = token.is(Token.Kind.STRING)
                || token.is(Token.Kind.NUMBER)
                || token.isOperator("[")
                || token.isOperator("{");
        boolean name = token.is(Token.Kind.NAME) && !BEHIND_TESTS.contains(token.text());
        if (token.isName("is")) {
            throw tokens.error(Kind.SYNTAX, "Tests cannot follow each other; join them with 'and'.");
        }
        return operand || name ? new ArgumentList(List.of(postfix(primary())), Map.of()) : ArgumentList.EMPTY;
    }
}
