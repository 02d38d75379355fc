package network.pokt.mlqos.template;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's {@code ==}, {@code <} and {@code in}. */
final class Comparisons {

    /** What {@link #order} returns where NaN is involved: neither less nor equal nor more. */
    static final int UNORDERED = 2;

    private Comparisons() {}

    /** Returns {@code a == b}. */
    static boolean equal(@Nullable Object a, @Nullable Object b, Meter meter) {
        if (a instanceof Undefined || b instanceof Undefined) {
            return equalUndefined(a, b);
        } else if (a instanceof String left) {
            meter.spend(b instanceof String right ? Math.min(left.length(), right.length()) : 0);
            return left.equals(b);
        } else if (Arithmetic.isNumber(a) && Arithmetic.isNumber(b)) {
            return compareNumbers(a, b) == 0;
        } else if (a instanceof List<?> left && b instanceof List<?> right) {
            return sameKind(left, right) && left.size() == right.size() && firstDifference(left, right, meter) < 0;
        } else if (a instanceof Map<?, ?> left && b instanceof Map<?, ?> right) {
            return left.size() == right.size() && contains(left, right, meter);
        }
        return a == b;
    }

    private static boolean equalUndefined(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Undefined undefined) {
            undefined.use();
        }
        if (b instanceof Undefined undefined) {
            undefined.use();
        }
        return a instanceof Undefined && b instanceof Undefined;
    }

    private static boolean sameKind(List<?> left, List<?> right) {
        return Values.typeName(left).equals(Values.typeName(right));
    }

    private static boolean contains(Map<?, ?> whole, Map<?, ?> part, Meter meter) {
        meter.enter(1);
        boolean all = true;
        for (Map.Entry<?, ?> entry : part.entrySet()) {
            meter.spendElements(1);
            Map.Entry<?, ?> other = Dicts.find(whole, entry.getKey(), meter);
            if (other == null || !equal(other.getValue(), entry.getValue(), meter)) {
                all = false;
                break;
            }
        }
        meter.leave(1);
        return all;
    }

    /** Returns the first index at which two lists differ, or -1 if one begins with the other. */
    private static int firstDifference(List<?> left, List<?> right, Meter meter) {
        meter.enter(1);
        int common = Math.min(left.size(), right.size());
        int index = 0;
        while (index < common) {
            meter.spendElements(1);
            // As in Python, what is identical is equal inside of a sequence, NaN included.
            if (left.get(index) != right.get(index) && !equal(left.get(index), right.get(index), meter)) {
                break;
            }
            index++;
        }
        meter.leave(1);
        return index < common ? index : -1;
    }

    /**
     * Returns less than 0, 0 or more than 0 as {@code a} is less than, equal to or more than {@code b}, or {@link #UNORDERED}.
     *
     * @param operator the operator in the error if the two have no order
     */
    static int order(@Nullable Object a, @Nullable Object b, String operator, Meter meter) {
        if (Arithmetic.isNumber(a) && Arithmetic.isNumber(b)) {
            return compareNumbers(a, b);
        } else if (a instanceof String left && b instanceof String right) {
            meter.spend(Math.min(left.length(), right.length()));
            return Integer.signum(CodePoints.compare(left, right));
        } else if (a instanceof List<?> left
                && b instanceof List<?> right
                && !(a instanceof Typed)
                && sameKind(left, right)) {
            int difference = firstDifference(left, right, meter);
            if (difference < 0) {
                return Integer.compare(left.size(), right.size());
            }
            meter.enter(1);
            int order = order(left.get(difference), right.get(difference), operator, meter);
            meter.leave(1);
            return order;
        }
        throw Values.unsuited("'" + operator + "'", a, b);
    }

    private static int compareNumbers(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Double || b instanceof Double) {
            double left = approximate(a);
            double right = approximate(b);
            if (Double.isNaN(left) || Double.isNaN(right)) {
                return UNORDERED;
            } else if (Double.isInfinite(left) || Double.isInfinite(right) || left != right) {
                return left < right ? -1 : (left > right ? 1 : 0);
            }
            return exact(a).compareTo(exact(b));
        }
        return Integers.isSmall(a) && Integers.isSmall(b)
                ? Long.compare(Integers.small(a), Integers.small(b))
                : Integers.big(a).compareTo(Integers.big(b));
    }

    /** Rounding keeps the order of numbers, so it decides all but equality; the largest ints only must not become infinite. */
    private static double approximate(@Nullable Object number) {
        if (number instanceof Double value) {
            return value;
        }
        double value = Integers.big(number).doubleValue();
        return Double.isInfinite(value) ? Math.copySign(Double.MAX_VALUE, value) : value;
    }

    private static BigDecimal exact(@Nullable Object number) {
        return number instanceof Double value ? new BigDecimal(value) : new BigDecimal(Integers.big(number));
    }

    /** Returns {@code element in container}. */
    static boolean in(@Nullable Object element, @Nullable Object container, Meter meter) {
        if (container instanceof String text) {
            if (element instanceof String part) {
                meter.spend(text.length());
                return text.contains(part);
            }
            throw Values.unsuited("'in' with a text on its right", element);
        } else if (container instanceof Map<?, ?> map) {
            return Dicts.find(map, element, meter) != null;
        } else if (!Values.isIterable(container)) {
            throw Values.unsuited("'in'", container);
        }
        Iterator<@Nullable Object> elements = Values.iterator(container, meter);
        while (elements.hasNext()) {
            Object candidate = elements.next();
            if (candidate == element || equal(candidate, element, meter)) {
                return true;
            }
        }
        return false;
    }
}
