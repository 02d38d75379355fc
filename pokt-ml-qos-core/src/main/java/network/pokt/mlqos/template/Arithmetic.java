package network.pokt.mlqos.template;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/** Python's arithmetic: ints of any size, division that rounds down, texts and lists that can be added and repeated. */
final class Arithmetic {

    /** Far more digits than a double has, so that rounding twice does not show. */
    private static final MathContext QUOTIENT = new MathContext(60);

    /** Up to this all whole numbers are doubles. */
    private static final double EXACT_WHOLE_NUMBERS = 1L << 53;

    /** An int takes part in this many bit operations per step. */
    private static final int BITS_PER_STEP = 4;

    private Arithmetic() {}

    static @Nullable Object add(@Nullable Object a, @Nullable Object b, Meter meter) {
        if (a instanceof String left && b instanceof String right) {
            meter.spendText((long) left.length() + right.length());
            return left + right;
        } else if (isSmall(a) && isSmall(b)) {
            long left = Integers.small(a);
            long right = Integers.small(b);
            long sum = left + right;
            // The sum has the sign of neither: it overflowed.
            boolean overflowed = ((left ^ sum) & (right ^ sum)) < 0;
            return overflowed ? BigInteger.valueOf(left).add(BigInteger.valueOf(right)) : (Object) sum;
        } else if (areIntegers(a, b)) {
            return Integers.of(big(a, meter).add(big(b, meter)));
        } else if (areNumbers(a, b)) {
            return toDouble(a) + toDouble(b);
        } else if (isSequence(a) && isSequence(b) && a instanceof PythonTuple == b instanceof PythonTuple) {
            List<@Nullable Object> sum = new ArrayList<>(Values.elements(a, meter));
            sum.addAll(Values.elements(b, meter));
            return a instanceof PythonTuple ? PythonTuple.of(sum) : sum;
        }
        throw Values.unsuited("+", a, b);
    }

    static Object subtract(@Nullable Object a, @Nullable Object b, Meter meter) {
        if (areIntegers(a, b)) {
            return Integers.of(big(a, meter).subtract(big(b, meter)));
        } else if (areNumbers(a, b)) {
            return toDouble(a) - toDouble(b);
        }
        throw Values.unsuited("-", a, b);
    }

    static Object multiply(@Nullable Object a, @Nullable Object b, Meter meter) {
        if (areIntegers(a, b)) {
            return Integers.of(big(a, meter).multiply(big(b, meter)));
        } else if (areNumbers(a, b)) {
            return toDouble(a) * toDouble(b);
        } else if (Integers.isInteger(b)) {
            return repeat(a, b, meter);
        } else if (Integers.isInteger(a)) {
            return repeat(b, a, meter);
        }
        throw Values.unsuited("*", a, b);
    }

    private static Object repeat(@Nullable Object sequence, @Nullable Object count, Meter meter) {
        if (!Integers.isSmall(count)) {
            throw new TemplateException(Kind.ARITHMETIC, "A sequence is repeated too often; use a smaller number.");
        }
        BigInteger times = Integers.big(count).max(BigInteger.ZERO).min(BigInteger.valueOf(Integer.MAX_VALUE));
        if (sequence instanceof String text) {
            meter.spendText(text.length() * times.longValue());
            return text.repeat(times.intValue());
        } else if (isSequence(sequence)) {
            List<@Nullable Object> once = Values.elements(sequence, meter);
            meter.spendElements(once.size() * times.longValue());
            List<@Nullable Object> repeated = new ArrayList<>(once.size() * times.intValue());
            for (int i = 0; i < times.intValue() && !once.isEmpty(); i++) {
                repeated.addAll(once);
            }
            return sequence instanceof PythonTuple ? PythonTuple.of(repeated) : repeated;
        }
        throw Values.unsuited("*", sequence, count);
    }

    static Object divide(@Nullable Object a, @Nullable Object b, Meter meter) {
        if (!areNumbers(a, b)) {
            throw Values.unsuited("/", a, b);
        }
        requireDivisor(b);
        // The quotient of two doubles is rounded once: only ints that are not doubles need more care.
        boolean exact = Math.max(magnitude(a), magnitude(b)) <= EXACT_WHOLE_NUMBERS;
        if (areIntegers(a, b) && !exact) {
            BigDecimal quotient = new BigDecimal(big(a, meter)).divide(new BigDecimal(big(b, meter)), QUOTIENT);
            return finite(quotient.doubleValue());
        }
        return toDouble(a) / toDouble(b);
    }

    static Object floorDivide(@Nullable Object a, @Nullable Object b, Meter meter) {
        if (!areNumbers(a, b)) {
            throw Values.unsuited("//", a, b);
        }
        requireDivisor(b);
        if (areIntegers(a, b)) {
            BigInteger[] parts = big(a, meter).divideAndRemainder(big(b, meter));
            boolean roundedUp = parts[1].signum() != 0
                    && parts[1].signum() != Integers.big(b).signum();
            return Integers.of(roundedUp ? parts[0].subtract(BigInteger.ONE) : parts[0]);
        }
        double dividend = toDouble(a);
        double divisor = toDouble(b);
        double quotient = (dividend - floorRemainder(dividend, divisor)) / divisor;
        if (quotient == 0) {
            return Math.copySign(0.0, dividend / divisor);
        }
        double floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    static Object remainder(@Nullable Object a, @Nullable Object b, Meter meter) {
        if (a instanceof String) {
            throw new TemplateException(
                    Kind.UNSUPPORTED, "Formatting a text with % is not supported; join its parts with ~ instead.");
        } else if (!areNumbers(a, b)) {
            throw Values.unsuited("%", a, b);
        }
        requireDivisor(b);
        if (areIntegers(a, b)) {
            BigInteger divisor = big(b, meter);
            BigInteger remainder = big(a, meter).remainder(divisor);
            boolean otherSign = remainder.signum() != 0 && remainder.signum() != divisor.signum();
            return Integers.of(otherSign ? remainder.add(divisor) : remainder);
        }
        double remainder = floorRemainder(toDouble(a), toDouble(b));
        return remainder == 0 ? Math.copySign(0.0, toDouble(b)) : remainder;
    }

    private static double floorRemainder(double dividend, double divisor) {
        double remainder = dividend % divisor;
        return remainder != 0 && remainder < 0 != divisor < 0 ? remainder + divisor : remainder;
    }

    static Object power(@Nullable Object a, @Nullable Object b, Meter meter) {
        if (!areNumbers(a, b)) {
            throw Values.unsuited("**", a, b);
        }
        if (areIntegers(a, b) && Integers.big(b).signum() >= 0) {
            BigInteger base = big(a, meter);
            if (base.abs().compareTo(BigInteger.ONE) <= 0) {
                return Integers.of(base.pow(
                        Integers.big(b).testBit(0) ? 1 : Integers.big(b).signum() * 2));
            }
            BigInteger bits =
                    Integers.big(b).multiply(BigInteger.valueOf(base.abs().bitLength() - 1L));
            Integers.requireBits(bits.bitLength() < Long.SIZE ? bits.longValue() : Long.MAX_VALUE);
            return Integers.of(base.pow(Integers.big(b).intValue()));
        }
        double base = toDouble(a);
        double exponent = toDouble(b);
        if (base == 0 && exponent < 0) {
            throw new TemplateException(Kind.ARITHMETIC, "0 has no negative power; check the number first.");
        }
        double power = Math.pow(base, exponent);
        if (Double.isNaN(power) && !Double.isNaN(base) && !Double.isNaN(exponent)) {
            throw new TemplateException(
                    Kind.UNSUPPORTED, "Complex numbers are not supported; take whole powers of a negative number.");
        }
        return Double.isInfinite(base) || Double.isInfinite(exponent) ? power : finite(power);
    }

    static Object negate(@Nullable Object value, Meter meter) {
        if (Integers.isInteger(value)) {
            return Integers.of(big(value, meter).negate());
        } else if (value instanceof Double number) {
            return -number;
        }
        throw Values.unsuited("Unary -", value);
    }

    static Object plus(@Nullable Object value, Meter meter) {
        if (Integers.isInteger(value)) {
            return Integers.of(big(value, meter));
        } else if (value instanceof Double number) {
            return number;
        }
        throw Values.unsuited("Unary +", value);
    }

    /** Returns whether {@code isinstance(value, (int, float))}. */
    static boolean isNumber(@Nullable Object value) {
        return value instanceof Double || Integers.isInteger(value);
    }

    /** Returns {@code float(number)}. */
    static double toDouble(@Nullable Object number) {
        return number instanceof Double value
                ? value
                : finite(Integers.big(number).doubleValue());
    }

    private static double finite(double value) {
        if (Double.isInfinite(value)) {
            throw new TemplateException(
                    Kind.ARITHMETIC, "The result is too large for a float; compute with smaller numbers.");
        }
        return value;
    }

    private static double magnitude(@Nullable Object number) {
        return Math.abs(
                number instanceof Double value ? value : Integers.big(number).doubleValue());
    }

    private static boolean isSmall(@Nullable Object value) {
        return Integers.isInteger(value) && Integers.isSmall(value);
    }

    private static boolean areIntegers(@Nullable Object a, @Nullable Object b) {
        return Integers.isInteger(a) && Integers.isInteger(b);
    }

    private static boolean areNumbers(@Nullable Object a, @Nullable Object b) {
        return isNumber(a) && isNumber(b);
    }

    private static BigInteger big(@Nullable Object integer, Meter meter) {
        BigInteger value = Integers.checked(Integers.big(integer));
        meter.spend(value.bitLength() / BITS_PER_STEP);
        return value;
    }

    private static boolean isSequence(@Nullable Object value) {
        return value instanceof List && !(value instanceof Typed);
    }

    private static void requireDivisor(@Nullable Object divisor) {
        if (toDouble(divisor) == 0) {
            throw new TemplateException(Kind.ARITHMETIC, "Division by zero; check the divisor first.");
        }
    }
}
