package network.pokt.mlqos.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/** A compiled template. Immutable and thread-safe; rendering it does not change its context. */
public final class Template {

    private final JinjaEnvironment environment;
    private final Body body;
    private final Optional<Expression> expression;

    Template(JinjaEnvironment environment, Body body) {
        this.environment = environment;
        this.body = body;
        List<Body.Placed> statements = body.statements();
        this.expression = statements.size() == 1 && statements.get(0).statement() instanceof Statement.Print print
                ? Optional.of(print.value())
                : Optional.empty();
    }

    /**
     * Returns the text that this template makes of a context.
     *
     * @param context the values by name; see the package for their types
     * @throws TemplateException if the template fails on this context or reaches a limit
     */
    public String render(Map<String, ?> context) {
        StringBuilder out = new StringBuilder();
        Frame frame = Frame.root(new Run(environment), context, out);
        try {
            body.execute(frame);
        } catch (StackOverflowError e) {
            throw JinjaEnvironment.outOfStack();
        }
        return out.toString();
    }

    /** Returns whether this template is exactly one {@code {{ expression }}}, so that it has a {@linkplain #evaluate value}. */
    public boolean isExpression() {
        return expression.isPresent();
    }

    /**
     * Returns the value of the one expression that this template is, in place of the text that it prints.
     *
     * <p>It is a value as in a context, with {@code Long} for ints that fit and {@link PythonTuple} for tuples. Lists and dicts
     * may be those of the context.
     *
     * @throws IllegalStateException if this template {@linkplain #isExpression is not} one expression
     * @throws TemplateException if the template fails on this context, reaches a limit, or its value is undefined or none that
     *     Java could use
     */
    public @Nullable Object evaluate(Map<String, ?> context) {
        Expression value = expression.orElseThrow(
                () -> new IllegalStateException("The template is not exactly one {{ expression }}; render it."));
        Run run = new Run(environment);
        Body.Placed placed = body.statements().get(0);
        try {
            run.meter().spend(placed.weight());
            return exported(value.evaluate(Frame.root(run, context, new StringBuilder())), run.meter());
        } catch (TemplateException e) {
            throw e.at(placed.line());
        } catch (StackOverflowError e) {
            throw JinjaEnvironment.outOfStack();
        }
    }

    private static @Nullable Object exported(@Nullable Object value, Meter meter) {
        if (value instanceof Undefined undefined) {
            throw undefined.error();
        } else if (value instanceof Generator || value instanceof DictView || value instanceof PythonRange) {
            return new ArrayList<>(Values.elements(value, meter));
        } else if (value instanceof Typed typed) {
            throw new TemplateException(
                    Kind.TYPE,
                    "A value of type '" + typed.typeName() + "' is of no use outside of a template; render it.");
        } else if (value instanceof Integer number) {
            return number.longValue();
        }
        return value;
    }
}
