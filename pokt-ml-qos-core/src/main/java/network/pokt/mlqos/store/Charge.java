package network.pokt.mlqos.store;

import java.math.BigDecimal;

/**
 * What something cost.
 *
 * @param currency the unit of the amount, such as {@code USD} or {@code uPOKT}
 * @param amount at least 0, with at most {@value #MOST_DECIMALS} decimals and as many digits before them; trailing zeros go
 */
public record Charge(String currency, BigDecimal amount) {

    /** What the databases that have a limit on exact numbers can all keep. */
    public static final int MOST_DECIMALS = 30;

    public Charge {
        Texts.check("currency", currency);
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
        amount = amount.scale() < 0 ? amount.setScale(0) : amount;
        if (amount.signum() < 0
                || amount.scale() > MOST_DECIMALS
                || amount.precision() - amount.scale() > MOST_DECIMALS) {
            throw new IllegalArgumentException("A charge is 0 or more, with at most " + MOST_DECIMALS
                    + " digits on each side of the point, got " + amount + " " + currency + "; round it.");
        }
    }
}
