package network.pokt.mlqos.metric;

/**
 * What {@link Bleu} makes of an order without any match, which would take the whole score to zero.
 *
 * <p>Source: B. Chen and C. Cherry, "A Systematic Comparison of Smoothing Techniques for Sentence-Level BLEU", WMT 2014, and
 * sacrebleu 2.6.0. A corpus without a single matching word scores zero under all of them.
 *
 * @param method how precisions are changed
 * @param value the constant of {@link Method#FLOOR} and {@link Method#ADD_K}, zero or more; the others have none
 */
public record BleuSmoothing(Method method, double value) {

    private static final double DEFAULT_FLOOR = 0.1;
    private static final double DEFAULT_ADDEND = 1;

    /** The ways of smoothing. */
    public enum Method {
        /** Precisions stay as they are. */
        NONE,
        /** The k-th order without a match counts one half to the power of k matches. */
        EXPONENTIAL,
        /** An order without a match counts {@code value} matches. */
        FLOOR,
        /** Every order from the second counts {@code value} more matches and n-grams. */
        ADD_K
    }

    /** Refuses a value that is no finite number or negative. */
    public BleuSmoothing {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("The smoothing value " + value + " is not a count, give zero or more.");
        }
    }

    public static BleuSmoothing none() {
        return new BleuSmoothing(Method.NONE, 0);
    }

    /** Returns the default of sacrebleu and of mteval-v13a. */
    public static BleuSmoothing exponential() {
        return new BleuSmoothing(Method.EXPONENTIAL, 0);
    }

    /** Returns smoothing that counts 0.1 matches. */
    public static BleuSmoothing floor() {
        return floor(DEFAULT_FLOOR);
    }

    public static BleuSmoothing floor(double matches) {
        return new BleuSmoothing(Method.FLOOR, matches);
    }

    /** Returns smoothing that adds one. */
    public static BleuSmoothing addK() {
        return addK(DEFAULT_ADDEND);
    }

    public static BleuSmoothing addK(double addend) {
        return new BleuSmoothing(Method.ADD_K, addend);
    }

    /** Returns the name under which sacrebleu reports it, such as {@code exp} or {@code floor[0.10]}. */
    @Override
    public String toString() {
        return switch (method) {
            case NONE -> "none";
            case EXPONENTIAL -> "exp";
            case FLOOR -> "floor[" + value + "]";
            case ADD_K -> "add-k[" + value + "]";
        };
    }
}
