package network.pokt.mlqos.template;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/** One call of a {@link Builtin}: its arguments in the order of its parameters, in the types that it asks for. */
final class Call {

    private final String function;
    private final @Nullable Object[] arguments;
    private final Run run;

    Call(String function, @Nullable Object[] arguments, Run run) {
        this.function = function;
        this.arguments = arguments;
        this.run = run;
    }

    Run run() {
        return run;
    }

    Meter meter() {
        return run.meter();
    }

    @Nullable
    Object value(int index) {
        return arguments[index];
    }

    boolean isNone(int index) {
        return arguments[index] == null;
    }

    /** Returns an argument that has to be a text. */
    String text(int index) {
        if (arguments[index] instanceof String text) {
            return text;
        }
        throw unsuited(index);
    }

    /** Returns the object of a method of texts. */
    String self() {
        return (String) Objects.requireNonNull(arguments[0]);
    }

    /** Returns {@code str(argument)}. */
    String string(int index) {
        return PythonRepr.str(arguments[index], meter());
    }

    boolean truth(int index) {
        return Values.truth(arguments[index]);
    }

    /** Returns an argument that has to be an int, clipped to the range of Java's. */
    int integer(int index) {
        if (!Integers.isInteger(arguments[index])) {
            throw unsuited(index);
        }
        return Integers.isSmall(arguments[index])
                ? (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, Integers.small(arguments[index])))
                : Integers.big(arguments[index]).signum() * Integer.MAX_VALUE;
    }

    List<@Nullable Object> elements(int index) {
        return Values.elements(arguments[index], meter());
    }

    /** Returns the arguments beyond the parameters of a function that takes any number. */
    @SuppressWarnings("unchecked")
    List<@Nullable Object> rest(int index) {
        return (List<@Nullable Object>) Objects.requireNonNull(arguments[index]);
    }

    /** Returns the named arguments beyond the parameters of a function that takes any name. */
    @SuppressWarnings("unchecked")
    Map<String, @Nullable Object> namedRest(int index) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(arguments[index]);
    }

    /** Returns an error saying that an argument is of an unsuited type. */
    TemplateException unsuited(int index) {
        return Values.unsuited("'" + function + "'", arguments[index]);
    }

    /** Returns an error saying what is wrong with the value of an argument. */
    TemplateException invalid(String what) {
        return new TemplateException(Kind.VALUE, "'" + function + "' " + what + ".");
    }
}
