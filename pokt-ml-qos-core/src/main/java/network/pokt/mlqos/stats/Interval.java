package network.pokt.mlqos.stats;

/**
 * A range of values that holds the true value with the given confidence, both ends included.
 *
 * <p>What "confidence" means is said by the class that computed it: coverage in repetitions for {@link Wilson},
 * {@link ClopperPearson} and {@link StudentT}, posterior probability for {@link BetaPosterior}.
 *
 * @param lower the lower end; negative infinity where nothing is known
 * @param upper the upper end, at least {@code lower}; positive infinity where nothing is known
 * @param level the confidence as a share strictly between 0 and 1, usually 0.95
 */
public record Interval(double lower, double upper, double level) {

    /** Refuses ends that are not numbers or out of order, and a level outside of 0 to 1. */
    public Interval {
        Confidence.require(level);
        if (!(lower <= upper) || lower == Double.POSITIVE_INFINITY || upper == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException(
                    "interval " + lower + ".." + upper + " is not a range: give two numbers, the lower one first");
        }
    }

    /** The interval that says nothing: the whole line. */
    public static Interval unbounded(double level) {
        return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, level);
    }

    /** Says whether the value lies between the ends or on one of them; never true for NaN. */
    public boolean contains(double value) {
        return lower <= value && value <= upper;
    }

    /** The distance between the ends; infinite when one of them is. */
    public double width() {
        return upper - lower;
    }

    /** This interval with both ends moved into a range that the value cannot leave. */
    Interval within(double lowest, double highest) {
        return new Interval(clamp(lower, lowest, highest), clamp(upper, lowest, highest), level);
    }

    private static double clamp(double value, double lowest, double highest) {
        return Math.min(Math.max(value, lowest), highest);
    }

    /** For example {@code 0.48..0.74 (95 %)}: as many decimals as show the width to two digits, in any locale. */
    @Override
    public String toString() {
        int decimals = Digits.decimalsFor(width());
        return Digits.fixed(lower, decimals) + ".." + Digits.fixed(upper, decimals) + " (" + Digits.percent(level)
                + ")";
    }
}
