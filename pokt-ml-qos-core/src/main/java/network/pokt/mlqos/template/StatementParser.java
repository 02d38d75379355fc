package network.pokt.mlqos.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import network.pokt.mlqos.template.OperandParser.PendingFilter;
import network.pokt.mlqos.template.Statement.Flow;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/** Reads the statements of a template by recursive descent. */
final class StatementParser {

    private static final Body EMPTY = new Body(List.of());
    private static final Set<String> LITERALS = Set.of("true", "false", "none", "True", "False", "None");
    private static final Set<String> UNSUPPORTED =
            Set.of("autoescape", "block", "call", "do", "extends", "from", "import", "include", "print", "trans");

    private final TokenStream tokens;
    private final Dialect dialect;
    private final NameCheck names;
    private final ExpressionParser expressions;
    private int loops;
    private int tokensInBodies;

    private StatementParser(TokenStream tokens, Dialect dialect, NameCheck names) {
        this.tokens = tokens;
        this.dialect = dialect;
        this.names = names;
        this.expressions = new ExpressionParser(tokens, dialect, names);
    }

    static Body parse(Source source, List<Token> tokens, Dialect dialect, int maxNesting) {
        NameCheck names = new NameCheck(dialect, source);
        Body body =
                new StatementParser(new TokenStream(source, tokens, maxNesting), dialect, names).statements(Set.of());
        names.finish();
        return body;
    }

    /** Reads statements up to a tag of one of these names, which is next then, or to the end if there are no names. */
    private Body statements(Set<String> ends) {
        List<Body.Placed> statements = new ArrayList<>();
        int bodyStart = tokens.position();
        int inBodies = tokensInBodies;
        int outside = tokens.nesting();
        tokens.enter();
        while (!tokens.peek().is(Token.Kind.END) && !isAt(ends)) {
            tokens.leaveTo(outside + 1);
            Token first = tokens.next();
            int start = tokens.position();
            int before = tokensInBodies;
            Statement statement = statement(first, ends);
            int weight = 1 + tokens.position() - start - (tokensInBodies - before);
            statements.add(new Body.Placed(statement, tokens.line(first), weight));
        }
        if (!ends.isEmpty() && tokens.peek().is(Token.Kind.END)) {
            throw tokens.unexpected("the tag " + String.join(" or ", ends));
        }
        tokens.leaveTo(outside);
        tokensInBodies = inBodies + tokens.position() - bodyStart;
        return new Body(statements);
    }

    private boolean isAt(Set<String> ends) {
        return tokens.peek().is(Token.Kind.TAG_BEGIN)
                && tokens.peekSecond().is(Token.Kind.NAME)
                && ends.contains(tokens.peekSecond().text());
    }

    private Statement statement(Token first, Set<String> ends) {
        if (first.is(Token.Kind.TEXT)) {
            return new Statement.Text(first.text());
        } else if (first.is(Token.Kind.PRINT_BEGIN)) {
            Expression value = expressions.tuple();
            tokens.expect(Token.Kind.PRINT_END, "'}}'");
            return new Statement.Print(value);
        }
        Statement statement = tag(tokens.expect(Token.Kind.NAME, "the name of a tag"), ends);
        tokens.expect(Token.Kind.TAG_END, "'%}'");
        return statement;
    }

    private Statement tag(Token name, Set<String> ends) {
        return switch (name.text()) {
            case "if" -> conditional();
            case "for" -> loop();
            case "set" -> assignment();
            case "macro" -> macro();
            case "with" -> with();
            case "filter" -> filter();
            case "generation" -> generation(name, ends);
            case "break" -> jump(Flow.BREAK, name, ends);
            case "continue" -> jump(Flow.CONTINUE, name, ends);
            default -> throw unknown(name, ends);
        };
    }

    private TemplateException unknown(Token name, Set<String> ends) {
        if (UNSUPPORTED.contains(name.text())) {
            return tokens.error(
                    Kind.UNSUPPORTED, "The tag '" + name.text() + "' is not supported; do without it.", name);
        }
        String expected = ends.isEmpty() ? "" : ", where " + String.join(" or ", ends) + " is due";
        return tokens.error(
                Kind.SYNTAX, "The tag '" + name.text() + "' means nothing here" + expected + "; correct it.", name);
    }

    /** Reads the end of the tag that opens a body, and the body up to a tag of one of these names, which is next then. */
    private Body body(String... ends) {
        tokens.takesOperator(":");
        tokens.expect(Token.Kind.TAG_END, "'%}'");
        Body body = statements(Set.of(ends));
        tokens.next();
        return body;
    }

    /** Reads a body and the name of the tag that ends it. */
    private Body closedBody(String end) {
        Body body = body(end);
        tokens.next();
        return body;
    }

    /** Reads a body that does not belong to the loop around it: jumps cannot leave it. */
    private Body isolatedBody(String end) {
        int outer = loops;
        loops = 0;
        Body body = closedBody(end);
        loops = outer;
        return body;
    }

    private Statement conditional() {
        List<Expression> tests = new ArrayList<>();
        List<Body> bodies = new ArrayList<>();
        Token branch;
        do {
            tests.add(expressions.tupleWithoutCondition());
            bodies.add(body("elif", "else", "endif"));
            branch = tokens.next();
        } while (branch.isName("elif"));
        if (branch.isName("else")) {
            tests.add(new Expression.Constant(true));
            bodies.add(closedBody("endif"));
        }
        return new Statement.If(tests, bodies);
    }

    private Statement loop() {
        int start = tokens.position();
        loops++;
        Target target = target(false);
        loops--;
        if (!tokens.takesName("in")) {
            throw tokens.unexpected("'in'");
        }
        Expression elements = expressions.tupleWithoutCondition();
        Expression condition = tokens.takesName("if") ? expressions.expression() : null;
        if (tokens.peek().isName("recursive")) {
            throw tokens.error(Kind.UNSUPPORTED, "Recursive loops are not supported; use a macro that calls itself.");
        }
        int weight = tokens.position() - start;
        loops++;
        Body body = body("else", "endfor");
        loops--;
        Body otherwise = tokens.next().isName("else") ? closedBody("endfor") : EMPTY;
        return new Statement.For(target, elements, condition, body, otherwise, weight);
    }

    private Statement assignment() {
        Target target = target(true);
        if (tokens.takesOperator("=")) {
            return new Statement.Assignment(target, expressions.tuple());
        }
        List<PendingFilter> filters = expressions.operands().filters();
        return new Statement.Assignment(target, filtered(filters, isolatedBody("endset")));
    }

    private Statement filter() {
        List<PendingFilter> filters =
                new ArrayList<>(List.of(expressions.operands().filter()));
        filters.addAll(expressions.operands().filters());
        return new Statement.Print(filtered(filters, isolatedBody("endfilter")));
    }

    private static Expression filtered(List<PendingFilter> filters, Body body) {
        Expression result = new Expression.Captured(body);
        for (PendingFilter filter : filters) {
            result = filter.of(result);
        }
        return result;
    }

    private Statement with() {
        List<Target> targets = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        while (!tokens.peek().is(Token.Kind.TAG_END)) {
            if (!targets.isEmpty()) {
                tokens.expectOperator(",");
            }
            targets.add(target(false));
            tokens.expectOperator("=");
            values.add(expressions.expression());
        }
        return new Statement.With(targets, values, closedBody("endwith"));
    }

    /** What a model is to be trained on: transformers takes note of it, and renders it like any other text. */
    private Statement generation(Token name, Set<String> ends) {
        requireChat(name, ends);
        return new Statement.With(List.of(), List.of(), isolatedBody("endgeneration"));
    }

    private Statement jump(Flow flow, Token name, Set<String> ends) {
        requireChat(name, ends);
        if (loops == 0) {
            throw tokens.error(Kind.SYNTAX, "'" + name.text() + "' stands outside of a loop; remove it.", name);
        }
        return new Statement.Jump(flow);
    }

    private void requireChat(Token name, Set<String> ends) {
        if (dialect != Dialect.CHAT) {
            throw unknown(name, ends);
        }
    }

    private Statement macro() {
        int start = tokens.position();
        int deepestBefore = tokens.deepest();
        tokens.deepest(tokens.nesting());
        String name = variable();
        List<String> parameters = new ArrayList<>();
        List<@Nullable Expression> defaults = new ArrayList<>();
        tokens.expectOperator("(");
        names.enterMacro();
        while (!tokens.peek().isOperator(")")) {
            if (!parameters.isEmpty()) {
                tokens.expectOperator(",");
            }
            Token place = tokens.peek();
            parameters.add(variable());
            Expression byDefault = tokens.takesOperator("=") ? expressions.expression() : null;
            if (byDefault == null && !defaults.isEmpty() && defaults.get(defaults.size() - 1) != null) {
                throw tokens.error(
                        Kind.SYNTAX, "A parameter without default follows one with default; swap them.", place);
            }
            defaults.add(byDefault);
        }
        tokens.expectOperator(")");
        int weight = tokens.position() - start;
        Body body = isolatedBody("endmacro");
        names.leaveMacro();
        int height = tokens.deepest() - tokens.nesting() + 1;
        tokens.deepest(Math.max(deepestBefore, tokens.deepest()));
        return new Statement.MacroDefinition(new Macro.Code(name, parameters, defaults, body, height, weight));
    }

    /** Reads what is assigned to: names, and attributes of namespaces if they are allowed. */
    private Target target(boolean namespaces) {
        List<Target> targets = new ArrayList<>(List.of(singleTarget(namespaces)));
        boolean unpacking = false;
        while (tokens.takesOperator(",")) {
            unpacking = true;
            if (!tokens.peek().isOperator(")")) {
                targets.add(singleTarget(namespaces));
            }
        }
        return unpacking ? new Target.Unpacking(targets) : targets.get(0);
    }

    private Target singleTarget(boolean namespaces) {
        if (tokens.takesOperator("(")) {
            int outside = tokens.nesting();
            tokens.enter();
            Target inner = target(namespaces);
            tokens.leaveTo(outside);
            tokens.expectOperator(")");
            return inner;
        } else if (namespaces && tokens.peekSecond().isOperator(".")) {
            String namespace = tokens.expect(Token.Kind.NAME, "a name").text();
            tokens.next();
            return new Target.NamespaceAttribute(
                    namespace, tokens.expect(Token.Kind.NAME, "a name").text());
        }
        return new Target.Variable(variable());
    }

    /** Reads a name that is given a value. */
    private String variable() {
        Token name = tokens.expect(Token.Kind.NAME, "a name");
        if (LITERALS.contains(name.text()) || (loops > 0 && name.text().equals("loop"))) {
            throw tokens.error(
                    Kind.SYNTAX, "Nothing can be assigned to '" + name.text() + "'; take another name.", name);
        }
        names.assigned(name.text());
        return name.text();
    }
}
