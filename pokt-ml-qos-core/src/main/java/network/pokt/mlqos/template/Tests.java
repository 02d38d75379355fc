package network.pokt.mlqos.template;

import java.util.List;
import java.util.Map;
import network.pokt.mlqos.python.PythonCase;
import network.pokt.mlqos.template.Expression.Comparator;
import org.jspecify.annotations.Nullable;

/** What can be asked of a value with {@code is}. */
final class Tests {

    static final Builtins TABLE = new Builtins()
            .add("defined", "value", call -> !(call.value(0) instanceof Undefined))
            .add("undefined", "value", call -> call.value(0) instanceof Undefined)
            .add("none", "value", call -> call.isNone(0))
            .add("boolean", "value", call -> call.value(0) instanceof Boolean)
            .add("true", "value", call -> Boolean.TRUE.equals(call.value(0)))
            .add("false", "value", call -> Boolean.FALSE.equals(call.value(0)))
            .add("integer", "value", call -> Integers.isInteger(call.value(0)) && !(call.value(0) instanceof Boolean))
            .add("float", "value", call -> call.value(0) instanceof Double)
            .add("number", "value", call -> Arithmetic.isNumber(call.value(0)))
            .add("string", "value", call -> call.value(0) instanceof String)
            .add("mapping", "value", call -> call.value(0) instanceof Map)
            .add("sequence", "value", Tests::isSequence)
            .add("iterable", "value", call -> Values.isIterable(call.value(0)))
            .add("callable", "value", call -> call.value(0) instanceof Invocable || call.value(0) instanceof Undefined)
            .add("sameas", "value, other", Tests::isSame)
            .add("lower", "value", call -> PythonCase.isLower(call.string(0)))
            .add("upper", "value", call -> PythonCase.isUpper(call.string(0)))
            .add("odd", "value", call -> leavesRemainder(call, 2L, 1L))
            .add("even", "value", call -> leavesRemainder(call, 2L, 0L))
            .add("divisibleby", "value, num", call -> leavesRemainder(call, call.value(1), 0L))
            .add("in", "value, seq", call -> Comparisons.in(call.value(0), call.value(1), call.meter()))
            .addAll(comparisons(Comparator.EQUAL, "==", "eq", "equalto"))
            .addAll(comparisons(Comparator.NOT_EQUAL, "!=", "ne"))
            .addAll(comparisons(Comparator.LESS, "<", "lt", "lessthan"))
            .addAll(comparisons(Comparator.AT_MOST, "<=", "le"))
            .addAll(comparisons(Comparator.MORE, ">", "gt", "greaterthan"))
            .addAll(comparisons(Comparator.AT_LEAST, ">=", "ge"));

    private Tests() {}

    private static Builtins comparisons(Comparator comparator, String... names) {
        Builtins tests = new Builtins();
        for (String name : names) {
            tests.add(name, "a, b", call -> comparator.holds(call.value(0), call.value(1), call.meter()));
        }
        return tests;
    }

    /** The reference asks for a length and for elements by index. */
    private static boolean isSequence(Call call) {
        Object value = call.value(0);
        return value instanceof String
                || value instanceof Map
                || (value instanceof List && !(value instanceof DictView))
                || (value instanceof Undefined undefined && !undefined.strict());
    }

    private static boolean isSame(Call call) {
        Object value = call.value(0);
        return value == call.value(1) || (value instanceof Boolean && value.equals(call.value(1)));
    }

    private static boolean leavesRemainder(Call call, @Nullable Object divisor, Object wanted) {
        return Comparisons.equal(Arithmetic.remainder(call.value(0), divisor, call.meter()), wanted, call.meter());
    }
}
