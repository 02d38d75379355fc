package network.pokt.mlqos.template;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The shortest digits that read back as the same number, laid out as Python does. */
final class FloatRepr {

    /** Below this all whole numbers are doubles, and none needs an exponent. */
    private static final double EXACT_WHOLE_NUMBERS = 1L << 53;

    /** Python writes an exponent from this power of ten on, and below {@link #SMALLEST_PLAIN}. */
    private static final int LARGEST_PLAIN = 16;

    private static final int SMALLEST_PLAIN = -4;

    private FloatRepr() {}

    /** Returns {@code repr(value)}. */
    static String of(double value) {
        if (Double.isNaN(value)) {
            return "nan";
        } else if (value < 0 || 1 / value < 0) {
            return "-" + of(-value);
        } else if (Double.isInfinite(value)) {
            return "inf";
        } else if (value == Math.rint(value) && value < EXACT_WHOLE_NUMBERS) {
            return (long) value + ".0";
        }
        BigDecimal shortest = shortest(value).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - shortest.scale() - 1;
        if (exponent >= SMALLEST_PLAIN && exponent < LARGEST_PLAIN) {
            String plain = shortest.toPlainString();
            return plain.indexOf('.') < 0 ? plain + ".0" : plain;
        }
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        String power = (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return digits.charAt(0) + fraction + "e" + power;
    }

    /** Double.toString reads back, but before Java 19 it may be longer than need be. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        for (int digits = shortest.precision(); digits > 0; digits--) {
            BigDecimal shorter = nearest(exact, digits, value);
            if (shorter == null) {
                break;
            }
            shortest = shorter;
        }
        return shortest;
    }

    /** Returns the number of so many digits that is nearest to {@code value} among those that read back as it. */
    private static @Nullable BigDecimal nearest(BigDecimal exact, int digits, double value) {
        // At a power of two the doubles below are closer than those above, so the farther neighbour may be the only
        // one.
        for (RoundingMode mode :
                new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING}) {
            BigDecimal rounded = exact.round(new MathContext(digits, mode));
            if (rounded.doubleValue() == value) {
                return rounded;
            }
        }
        return null;
    }
}
