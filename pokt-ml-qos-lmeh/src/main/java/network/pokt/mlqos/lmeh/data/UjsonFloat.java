package network.pokt.mlqos.lmeh.data;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Floats that went through the JSON of pandas, which {@code datasets} uses for files with a column of mixed types: it
 * writes ten decimals, and reads them less exactly than it could.
 */
final class UjsonFloat {

    /** Beyond these bounds it writes ten significant digits and an exponent. */
    private static final double LARGE = 1e16 - 1;

    private static final double SMALL = 1e-15;
    private static final MathContext SIGNIFICANT = new MathContext(10, RoundingMode.HALF_EVEN);

    private static final int DECIMALS = 10;
    private static final long SCALE = 10_000_000_000L;

    private UjsonFloat() {}

    /** Returns a float written by pandas and read exactly. */
    static double written(double value) {
        if (!Double.isFinite(value)) {
            return value;
        } else if (hasExponent(value)) {
            return new BigDecimal(value).round(SIGNIFICANT).doubleValue();
        }
        double size = Math.abs(value);
        double rounded = BigDecimal.valueOf(whole(size))
                .add(BigDecimal.valueOf(fraction(size), DECIMALS))
                .doubleValue();
        return value < 0 ? -rounded : rounded;
    }

    /** Returns a float written and read by pandas; the last bit may differ for one that is written with an exponent. */
    static double writtenAndRead(double value) {
        if (!Double.isFinite(value)) {
            return value;
        }
        double size = Math.abs(value);
        double read = hasExponent(value) ? readWithExponent(size) : read(whole(size), fraction(size), DECIMALS);
        return value < 0 ? -read : read;
    }

    /** Adds what is before the point and what is after it, the latter times a power of ten that no double is equal to. */
    private static double read(long whole, long fraction, int decimals) {
        long digits = fraction;
        int left = decimals;
        while (left > 1 && digits % 10 == 0) {
            digits /= 10;
            left--;
        }
        return whole + digits * Double.parseDouble("1e-" + left);
    }

    private static double readWithExponent(double size) {
        BigDecimal digits = new BigDecimal(size).round(SIGNIFICANT).stripTrailingZeros();
        int decimals = digits.precision() - 1;
        BigDecimal[] parts = new BigDecimal(digits.unscaledValue()).divideAndRemainder(BigDecimal.TEN.pow(decimals));
        double mantissa = read(parts[0].longValue(), parts[1].longValue(), Math.max(1, decimals));
        return mantissa * Double.parseDouble("1e" + (decimals - digits.scale()));
    }

    private static boolean hasExponent(double value) {
        double size = Math.abs(value);
        return size > LARGE || (size != 0 && size < SMALL);
    }

    private static long whole(double size) {
        long whole = (long) size;
        return roundedFraction(size, whole) == SCALE ? whole + 1 : whole;
    }

    private static long fraction(double size) {
        return roundedFraction(size, (long) size) % SCALE;
    }

    /** Rounds a half up from nothing and otherwise to an even digit. */
    private static long roundedFraction(double size, long whole) {
        double scaled = (size - whole) * SCALE;
        long fraction = (long) scaled;
        double rest = scaled - fraction;
        boolean up = rest > 0.5 || (rest == 0.5 && (fraction == 0 || fraction % 2 == 1));
        return up ? fraction + 1 : fraction;
    }
}
