package network.pokt.mlqos.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/** What a template computes: the expressions of Jinja, each of which evaluates itself. Immutable. */
sealed interface Expression {

    @Nullable
    Object evaluate(Frame frame);

    /** {@code 'text'}, {@code 1.5}, {@code none} */
    record Constant(@Nullable Object value) implements Expression {

        @Override
        public @Nullable Object evaluate(Frame frame) {
            return value;
        }
    }

    /** {@code question} */
    record Name(String name) implements Expression {

        @Override
        public @Nullable Object evaluate(Frame frame) {
            return frame.get(name);
        }
    }

    /** {@code owner.name} */
    record Attribute(Expression owner, String name) implements Expression {

        @Override
        public @Nullable Object evaluate(Frame frame) {
            return Lookup.attribute(owner.evaluate(frame), name, frame.run());
        }
    }

    /** {@code owner[key]} */
    record Item(Expression owner, Expression key) implements Expression {

        @Override
        public @Nullable Object evaluate(Frame frame) {
            return Lookup.item(owner.evaluate(frame), key.evaluate(frame), frame.run());
        }
    }

    /** {@code owner[start:stop:step]} */
    record Slice(Expression owner, Expression start, Expression stop, Expression step) implements Expression {

        @Override
        public Object evaluate(Frame frame) {
            Object sequence = owner.evaluate(frame);
            return Slices.slice(
                    sequence, start.evaluate(frame), stop.evaluate(frame), step.evaluate(frame), frame.meter());
        }
    }

    /** {@code callee(arguments)} */
    record Invocation(Expression callee, ArgumentList arguments) implements Expression {

        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object function = callee.evaluate(frame);
            if (function instanceof Invocable invocable) {
                return invocable.call(arguments.evaluate(frame), frame.run());
            } else if (function instanceof Undefined undefined) {
                throw undefined.error();
            }
            throw new TemplateException(
                    Kind.TYPE,
                    "A value of type '" + Values.typeName(function) + "' cannot be called; leave out the parentheses.");
        }
    }

    /** {@code subject | filter(arguments)} and {@code subject is test(arguments)} */
    record Application(Expression subject, Builtin function, ArgumentList arguments) implements Expression {

        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object value = subject.evaluate(frame);
            return function.call(arguments.evaluate(frame).behind(value), frame.run());
        }
    }

    /** {@code (1, key=2)} */
    record ArgumentList(List<Expression> positional, Map<String, Expression> named) {

        static final ArgumentList EMPTY = new ArgumentList(List.of(), Map.of());

        Arguments evaluate(Frame frame) {
            Map<String, @Nullable Object> values = named.isEmpty() ? Map.of() : new LinkedHashMap<>();
            List<@Nullable Object> elements = Expression.evaluate(positional, frame);
            named.forEach((name, value) -> values.put(name, value.evaluate(frame)));
            return new Arguments(elements, values);
        }
    }

    /** {@code not operand} */
    record Not(Expression operand) implements Expression {

        @Override
        public Object evaluate(Frame frame) {
            return !Values.truth(operand.evaluate(frame));
        }
    }

    /** {@code left and right} */
    record And(Expression left, Expression right) implements Expression {

        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object value = left.evaluate(frame);
            return Values.truth(value) ? right.evaluate(frame) : value;
        }
    }

    /** {@code left or right} */
    record Or(Expression left, Expression right) implements Expression {

        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object value = left.evaluate(frame);
            return Values.truth(value) ? value : right.evaluate(frame);
        }
    }

    /** {@code left + right} */
    record Binary(BinaryOperator operator, Expression left, Expression right) implements Expression {

        @Override
        public @Nullable Object evaluate(Frame frame) {
            Object first = left.evaluate(frame);
            return operator.apply(first, right.evaluate(frame), frame.meter());
        }
    }

    /** What an operator does with two values. */
    @FunctionalInterface
    interface BinaryOperator {

        @Nullable
        Object apply(@Nullable Object left, @Nullable Object right, Meter meter);
    }

    /** {@code -operand} */
    record Unary(boolean negative, Expression operand) implements Expression {

        @Override
        public Object evaluate(Frame frame) {
            Object value = operand.evaluate(frame);
            return negative ? Arithmetic.negate(value, frame.meter()) : Arithmetic.plus(value, frame.meter());
        }
    }

    /** {@code first ~ second ~ third} */
    record Concatenation(List<Expression> parts) implements Expression {

        @Override
        public Object evaluate(Frame frame) {
            StringBuilder text = new StringBuilder();
            for (Expression part : parts) {
                String next = PythonRepr.str(part.evaluate(frame), frame.meter());
                frame.meter().spendText((long) text.length() + next.length());
                text.append(next);
            }
            return text.toString();
        }
    }

    /** {@code first < second <= third}: true if each holds with what follows; evaluates no operand twice. */
    record Comparison(Expression first, List<Comparator> comparators, List<Expression> others) implements Expression {

        @Override
        public Object evaluate(Frame frame) {
            Object left = first.evaluate(frame);
            for (int i = 0; i < comparators.size(); i++) {
                Object right = others.get(i).evaluate(frame);
                if (!comparators.get(i).holds(left, right, frame.meter())) {
                    return false;
                }
                left = right;
            }
            return true;
        }
    }

    /** How two values compare. */
    enum Comparator {
        EQUAL("=="),
        NOT_EQUAL("!="),
        LESS("<"),
        AT_MOST("<="),
        MORE(">"),
        AT_LEAST(">="),
        IN("in"),
        NOT_IN("not in");

        private final String symbol;

        Comparator(String symbol) {
            this.symbol = symbol;
        }

        String symbol() {
            return symbol;
        }

        boolean holds(@Nullable Object left, @Nullable Object right, Meter meter) {
            return switch (this) {
                case EQUAL -> Comparisons.equal(left, right, meter);
                case NOT_EQUAL -> !Comparisons.equal(left, right, meter);
                case IN -> Comparisons.in(left, right, meter);
                case NOT_IN -> !Comparisons.in(left, right, meter);
                default -> admits(Comparisons.order(left, right, symbol, meter));
            };
        }

        private boolean admits(int order) {
            return order != Comparisons.UNORDERED
                    && switch (this) {
                        case LESS -> order < 0;
                        case AT_MOST -> order <= 0;
                        case MORE -> order > 0;
                        default -> order >= 0;
                    };
        }
    }

    /** {@code value if test else otherwise} */
    record Conditional(
            Expression test, Expression value, @Nullable Expression otherwise) implements Expression {

        @Override
        public @Nullable Object evaluate(Frame frame) {
            if (Values.truth(test.evaluate(frame))) {
                return value.evaluate(frame);
            } else if (otherwise != null) {
                return otherwise.evaluate(frame);
            }
            // Lenient in every environment, as in the reference.
            return new Undefined(
                    false, Kind.UNDEFINED, "The condition of an 'if' without 'else' does not hold; add an 'else'.");
        }
    }

    /** {@code [first, second]} */
    record ListDisplay(List<Expression> elements) implements Expression {

        @Override
        public Object evaluate(Frame frame) {
            return Expression.evaluate(elements, frame);
        }
    }

    /** {@code (first, second)} */
    record TupleDisplay(List<Expression> elements) implements Expression {

        @Override
        public Object evaluate(Frame frame) {
            return PythonTuple.of(Expression.evaluate(elements, frame));
        }
    }

    /** {@code {'key': value}} */
    record DictDisplay(List<Expression> keys, List<Expression> values) implements Expression {

        @Override
        public Object evaluate(Frame frame) {
            Dicts.Builder dict = new Dicts.Builder(frame.meter());
            for (int i = 0; i < keys.size(); i++) {
                Object key = keys.get(i).evaluate(frame);
                dict.put(key, values.get(i).evaluate(frame));
            }
            return dict.build();
        }
    }

    /** What a body writes, as a text: of {@code {% set name %}} and {@code {% filter name %}}. */
    record Captured(Body body) implements Expression {

        @Override
        public Object evaluate(Frame frame) {
            StringBuilder captured = new StringBuilder();
            body.execute(frame.capturing(captured));
            return captured.toString();
        }
    }

    private static List<@Nullable Object> evaluate(List<Expression> expressions, Frame frame) {
        List<@Nullable Object> values = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            values.add(expression.evaluate(frame));
        }
        return values;
    }
}
