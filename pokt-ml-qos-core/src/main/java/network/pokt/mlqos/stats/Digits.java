package network.pokt.mlqos.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, the same in every locale, with no more digits than their uncertainty bears out. */
final class Digits {

    /** Decimals where no finite width says how many are meant. */
    private static final int DEFAULT_DECIMALS = 4;

    /** A width below 1e-15 would ask for more decimals than a double of order one has. */
    private static final int MOST_DECIMALS = 16;

    /** From here on a double has no fraction worth writing out. */
    private static final double EXPONENT_FROM = 1e15;

    private Digits() {}

    /** The number of decimals that shows a width to two significant digits: 2 for 0.26, 3 for 0.026, 0 for 26. */
    static int decimalsFor(double width) {
        if (!(width > 0) || Double.isInfinite(width)) {
            return DEFAULT_DECIMALS;
        }
        int decimals = 1 - (int) Math.floor(Math.log10(width));
        return Math.min(Math.max(decimals, 0), MOST_DECIMALS);
    }

    /** The value rounded half even to so many decimals; infinite, undefined and huge values as Java writes them. */
    static String fixed(double value, int decimals) {
        if (!(Math.abs(value) < EXPONENT_FROM)) {
            return Double.toString(value);
        }
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** A probability to two significant digits: {@code 0.043}, {@code 1.1E-7}. */
    static String probability(double probability) {
        return BigDecimal.valueOf(probability).round(new MathContext(2)).toString();
    }

    /** A share as a percentage: 0.95 as {@code 95 %}, 0.999 as {@code 99.9 %}. */
    static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
