package network.pokt.mlqos.template;

import java.math.BigInteger;
import java.util.Objects;
import network.pokt.mlqos.template.TemplateException.Kind;
import org.jspecify.annotations.Nullable;

/** Python's int in its Java types: {@code Long} if it fits, else {@code BigInteger}; {@code Integer} and {@code Boolean} too. */
final class Integers {

    /** Larger than any number of which Python prints the digits (4,300), and small enough to compute with quickly. */
    private static final int MAX_BITS = 20_000;

    /** The most digits that CPython converts between text and int (sys.int_info.default_max_str_digits). */
    static final int MAX_DIGITS = 4_300;

    private Integers() {}

    /** Returns whether {@code isinstance(value, int)}, which holds for booleans. */
    static boolean isInteger(@Nullable Object value) {
        return value instanceof Long
                || value instanceof Integer
                || value instanceof Boolean
                || value instanceof BigInteger;
    }

    /** Returns whether an int fits a long. */
    static boolean isSmall(@Nullable Object integer) {
        return !(integer instanceof BigInteger big) || big.bitLength() < Long.SIZE;
    }

    /** Returns the value of an int that fits a long. */
    static long small(@Nullable Object integer) {
        if (integer instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        return ((Number) Objects.requireNonNull(integer)).longValue();
    }

    /** Returns the value of an int. */
    static BigInteger big(@Nullable Object integer) {
        return integer instanceof BigInteger big ? big : BigInteger.valueOf(small(integer));
    }

    /** Returns a value in the type that fits it. */
    static Object of(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            return value.longValue();
        }
        return checked(value);
    }

    /** Returns a value that is not larger than this engine computes with. */
    static BigInteger checked(BigInteger value) {
        requireBits(value.bitLength());
        return value;
    }

    static void requireBits(long bits) {
        if (bits > MAX_BITS) {
            throw new TemplateException(
                    Kind.LIMIT,
                    "The template makes an int of " + bits + " bits; keep ints below " + MAX_BITS + " bits.");
        }
    }

    /** Returns {@code str(integer)}. */
    static String text(@Nullable Object integer, Meter meter) {
        if (isSmall(integer)) {
            return Long.toString(small(integer));
        }
        BigInteger big = checked(big(integer));
        meter.spendDigits(big.bitLength());
        String digits = big.toString();
        if (digits.length() - (big.signum() < 0 ? 1 : 0) > MAX_DIGITS) {
            throw new TemplateException(
                    Kind.VALUE,
                    "An int of " + digits.length() + " digits has more than the " + MAX_DIGITS
                            + " that Python prints; use a smaller number.");
        }
        return digits;
    }

    /** Returns the int of ASCII digits in a base, without sign and underscores. */
    static Object parse(String digits, int base) {
        boolean powerOfTwo = (base & (base - 1)) == 0;
        if (digits.length() > MAX_DIGITS && !powerOfTwo) {
            throw new TemplateException(
                    Kind.VALUE,
                    "An int has " + digits.length() + " digits, more than the " + MAX_DIGITS
                            + " that Python reads; shorten it.");
        }
        requireBits(digits.length());
        return of(new BigInteger(digits, base));
    }
}
