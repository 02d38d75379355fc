package network.pokt.mlqos.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import network.pokt.mlqos.template.Expression.BinaryOperator;
import network.pokt.mlqos.template.Expression.Comparator;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions by recursive descent, with the precedence of Jinja.
 *
 * <p>From loose to tight: {@code if}, {@code or}, {@code and}, {@code not}, comparisons, {@code + -}, {@code ~},
 * {@code * / // %}, {@code **} (which here groups from the left), then signs, filters and tests.
 */
final class ExpressionParser {

    /** How two operands are joined. */
    @FunctionalInterface
    private interface Joint {

        Expression join(Expression left, Expression right);
    }

    private static final Map<String, Joint> DISJUNCTION = Map.of("or", Expression.Or::new);
    private static final Map<String, Joint> CONJUNCTION = Map.of("and", Expression.And::new);
    private static final Map<String, Joint> SUM = Map.of("+", joint(Arithmetic::add), "-", joint(Arithmetic::subtract));
    private static final Map<String, Joint> PRODUCT = Map.of(
            "*", joint(Arithmetic::multiply),
            "/", joint(Arithmetic::divide),
            "//", joint(Arithmetic::floorDivide),
            "%", joint(Arithmetic::remainder));
    private static final Map<String, Joint> POWER = Map.of("**", joint(Arithmetic::power));
    private static final Map<String, Comparator> COMPARATORS =
            Arrays.stream(Comparator.values()).collect(Collectors.toMap(Comparator::symbol, Function.identity()));

    private final TokenStream tokens;
    private final OperandParser operands;

    ExpressionParser(TokenStream tokens, Dialect dialect, NameCheck names) {
        this.tokens = tokens;
        this.operands = new OperandParser(tokens, dialect, names, this);
    }

    private static Joint joint(BinaryOperator operator) {
        return (left, right) -> new Expression.Binary(operator, left, right);
    }

    OperandParser operands() {
        return operands;
    }

    /** Reads an expression, or a tuple without parentheses. */
    Expression tuple() {
        return tuple(this::expression);
    }

    /** Reads like {@link #tuple()}, but leaves an {@code if} to the tag. */
    Expression tupleWithoutCondition() {
        return tuple(this::or);
    }

    private Expression tuple(Supplier<Expression> element) {
        Expression first = element.get();
        if (!tokens.peek().isOperator(",")) {
            return first;
        }
        List<Expression> elements = new ArrayList<>(List.of(first));
        while (tokens.takesOperator(",") && !atTupleEnd()) {
            elements.add(element.get());
        }
        return new Expression.TupleDisplay(elements);
    }

    private boolean atTupleEnd() {
        Token next = tokens.peek();
        return next.is(Token.Kind.PRINT_END) || next.is(Token.Kind.TAG_END) || next.isOperator(")");
    }

    Expression expression() {
        int outside = tokens.nesting();
        tokens.enter();
        Expression value = or();
        while (tokens.takesName("if")) {
            tokens.enter();
            Expression test = or();
            value = new Expression.Conditional(test, value, tokens.takesName("else") ? expression() : null);
        }
        tokens.leaveTo(outside);
        return value;
    }

    private Expression or() {
        return chain(this::and, DISJUNCTION);
    }

    private Expression and() {
        return chain(this::not, CONJUNCTION);
    }

    private Expression not() {
        if (!tokens.takesName("not")) {
            return comparison();
        }
        int outside = tokens.nesting();
        tokens.enter();
        Expression negated = new Expression.Not(not());
        tokens.leaveTo(outside);
        return negated;
    }

    private Expression comparison() {
        Expression first = sum();
        List<Comparator> comparators = new ArrayList<>();
        List<Expression> others = new ArrayList<>();
        Comparator comparator = comparator();
        while (comparator != null) {
            comparators.add(comparator);
            others.add(sum());
            comparator = comparator();
        }
        return comparators.isEmpty() ? first : new Expression.Comparison(first, comparators, others);
    }

    /** Takes an operator that compares, if there is one. */
    private @Nullable Comparator comparator() {
        if (tokens.peek().isName("not") && tokens.peekSecond().isName("in")) {
            tokens.next();
            tokens.next();
            return Comparator.NOT_IN;
        }
        Comparator comparator = COMPARATORS.get(tokens.peek().symbol());
        if (comparator != null) {
            tokens.next();
        }
        return comparator;
    }

    private Expression sum() {
        return chain(this::concatenation, SUM);
    }

    private Expression concatenation() {
        Expression first = product();
        if (!tokens.peek().isOperator("~")) {
            return first;
        }
        List<Expression> parts = new ArrayList<>(List.of(first));
        while (tokens.takesOperator("~")) {
            parts.add(product());
        }
        return new Expression.Concatenation(parts);
    }

    private Expression product() {
        return chain(this::power, PRODUCT);
    }

    private Expression power() {
        return chain(operands::operand, POWER);
    }

    /** Reads operands that are joined from the left. Each joint is a level, since it is one when it is evaluated. */
    private Expression chain(Supplier<Expression> operand, Map<String, Joint> joints) {
        int outside = tokens.nesting();
        Expression left = operand.get();
        Joint joint = joints.get(tokens.peek().symbol());
        while (joint != null) {
            requireNumber(left);
            tokens.next();
            tokens.enter();
            left = joint.join(left, operand.get());
            joint = joints.get(tokens.peek().symbol());
        }
        tokens.leaveTo(outside);
        return left;
    }

    private void requireNumber(Expression left) {
        boolean format = left instanceof Expression.Constant constant && constant.value() instanceof String;
        if (format && tokens.peek().isOperator("%")) {
            throw tokens.error(Kind.UNSUPPORTED, "Formatting a text with % is not supported; join its parts with ~.");
        }
    }
}
