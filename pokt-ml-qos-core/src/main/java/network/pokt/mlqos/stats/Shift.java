package network.pokt.mlqos.stats;

/**
 * The most likely moment at which a sequence of successes and failures changed its rate, and the case for it.
 *
 * <p>The moment was chosen because the two sides differ, so their intervals tell how well each rate is known and not
 * whether the shift is real: that is what the p-value is for.
 *
 * @param index the position, from 0, of the first outcome after the shift
 * @param resolution how many outcomes lie between two moments that could be told apart; 1 up to 128 outcomes
 * @param before the rate of the outcomes before the shift
 * @param after the rate of the outcomes from the shift on
 * @param pValue the probability that a sequence without any shift looks at least as shifted; 1e-12 also stands for less
 */
public record Shift(long index, long resolution, Estimate before, Estimate after, double pValue) {

    /** Refuses positions and probabilities that cannot be. */
    public Shift {
        if (index < 1 || resolution < 1) {
            throw new IllegalArgumentException("shift at outcome " + index + " with resolution " + resolution
                    + " cannot be: give at least 1 for both");
        }
        if (!(pValue >= 0 && pValue <= 1)) {
            throw new IllegalArgumentException(
                    "p-value " + pValue + " is not a probability: give a number within 0 to 1");
        }
    }

    /** For example {@code shift at 96: 0.84, 95 % ..., n = 96 -> 0.44, 95 % ..., n = 104, p = 0.00013}. */
    @Override
    public String toString() {
        return "shift at " + index + ": " + before + " -> " + after + ", p = " + Digits.probability(pValue);
    }
}
