package network.pokt.mlqos.stats;

/**
 * How much better one node scores than another on the same items.
 *
 * <p>Easy items are easy for both nodes, so the difference of each item varies less than the two scores do: the
 * standard error is {@code sd(first - second) / sqrt(n)}, and a gap that two separate intervals hide becomes visible
 * (Miller, "Adding error bars to evals", arXiv 2411.00640, section 4).
 *
 * <p>The interval is Student's, but where every score was exactly 0 or 1 it is the adjusted one of Bonett and Price
 * ("Adjusted Wald confidence interval for a difference of binomial proportions based on paired data", Journal of
 * Educational and Behavioral Statistics 37, 2012), which counts one more item won and one more item lost. It keeps its
 * width when both nodes agreed on each of a few items; Student's would call them equal with certainty.
 *
 * <p>One pair costs some 10 ns. Not thread-safe: one writer, or a lock of the caller.
 */
public final class PairedDifference {

    private final Moments differences = new Moments();
    private long won;
    private long lost;
    private boolean verdicts = true;

    /** A difference on no item yet. */
    public PairedDifference() {}

    /**
     * Takes the two scores of one more item.
     *
     * @throws IllegalArgumentException when the difference of the scores is infinite or NaN
     */
    public void add(double first, double second) {
        differences.add(first - second);
        verdicts &= (first == 0 || first == 1) && (second == 0 || second == 1);
        if (first > second) {
            won++;
        } else if (first < second) {
            lost++;
        }
    }

    /** Takes all items of the other comparison of the same two nodes, which stays as it is. */
    public void merge(PairedDifference other) {
        differences.merge(other.differences);
        won += other.won;
        lost += other.lost;
        verdicts &= other.verdicts;
    }

    /** How many items were compared. */
    public long count() {
        return differences.count();
    }

    /** The mean of first minus second with its 95 % interval: above 0 where the first node is better. */
    public Estimate estimate() {
        return estimate(Confidence.DEFAULT);
    }

    /**
     * The mean of first minus second with its interval: above 0 where the first node is better.
     *
     * @param level the confidence of the interval, strictly between 0 and 1
     */
    public Estimate estimate(double level) {
        Interval interval = verdicts && count() > 0
                ? bonettPrice(won, lost, count(), level)
                : StudentT.interval(differences, level);
        return new Estimate(differences.mean(), differences.standardError(), interval, count());
    }

    private static Interval bonettPrice(long won, long lost, long n, double level) {
        double trials = n + 2.0;
        double winShare = (won + 1) / trials;
        double lossShare = (lost + 1) / trials;
        double difference = winShare - lossShare;
        double variance = (winShare + lossShare - difference * difference) / trials;
        double reach = Confidence.z(level) * Math.sqrt(variance);
        return new Interval(difference - reach, difference + reach, level).within(-1, 1);
    }
}
