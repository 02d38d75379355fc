package network.pokt.mlqos.price;

import java.math.BigDecimal;

/**
 * A cost that is not known yet: its bounds, and what to expect between them.
 *
 * @param currency the unit of the amounts
 * @param minimum never less, at least 0
 * @param expected what to expect, from {@code minimum} to {@code maximum}
 * @param maximum never more
 */
public record CostRange(String currency, BigDecimal minimum, BigDecimal expected, BigDecimal maximum) {

    public CostRange {
        if (minimum.signum() < 0 || expected.compareTo(minimum) < 0 || maximum.compareTo(expected) < 0) {
            throw new IllegalArgumentException("A cost of " + minimum + ", " + expected + " and " + maximum + " "
                    + currency + " is out of order, give 0 or more, rising.");
        }
    }

    /** For example {@code 0.0012..0.0052 USD, about 0.0031}. */
    @Override
    public String toString() {
        return Rate.format(minimum) + ".." + Rate.format(maximum) + " " + currency + ", about " + Rate.format(expected);
    }
}
