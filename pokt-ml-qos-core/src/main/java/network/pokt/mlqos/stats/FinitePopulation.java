package network.pokt.mlqos.stats;

/**
 * The mean over all documents of a task, from some that were drawn without replacement.
 *
 * <p>What has been asked is known for certain, so only the rest is in doubt: the variance of the mean shrinks by {@code (N - n)
 * / (N - 1)}, and with the last document nothing is left of the interval (Cochran, "Sampling Techniques", 3rd edition, section
 * 2.6). This is about this set of documents. For what a node would score on others of their kind, take {@link
 * Estimate#ofMean(Moments)}, whose interval is wider.
 *
 * <p>Verdicts (all scores 0 or 1) get the {@link Wilson} interval of {@code n (N - 1) / (N - n)} trials, other scores
 * Student's interval shrunk around the mean.
 */
public final class FinitePopulation {

    private FinitePopulation() {}

    /** The share of successes over {@code size} documents, from n that were drawn, with its 95 % interval. */
    static Estimate share(long successes, long n, long size) {
        Counts.require(successes, n);
        Moments drawn = new Moments();
        for (long i = 0; i < n; i++) {
            drawn.add(i < successes ? 1 : 0);
        }
        return mean(drawn, size);
    }

    /** The mean over {@code size} documents with its 95 % interval, see {@link #mean(Moments, long, double)}. */
    public static Estimate mean(Moments drawn, long size) {
        return mean(drawn, size, Confidence.DEFAULT);
    }

    /**
     * The mean over {@code size} documents with its interval.
     *
     * @param drawn the scores of the documents that were drawn, each once
     * @param size how many documents there are, at least as many as were drawn
     * @param level the confidence of the interval, strictly between 0 and 1
     */
    public static Estimate mean(Moments drawn, long size, double level) {
        long n = drawn.count();
        if (n > size) {
            throw new IllegalArgumentException(
                    "drew " + n + " of " + size + " documents: give the size of the whole set and each document once");
        }
        Estimate plain = Estimate.ofMean(drawn, level);
        if (n == 0) {
            return plain;
        }
        if (n == size) {
            return new Estimate(plain.value(), 0, new Interval(plain.value(), plain.value(), level), n);
        }
        double left = (double) (size - n) / (size - 1);
        double shrink = Math.sqrt(left);
        Interval interval = drawn.onlyVerdicts()
                ? Wilson.ofShare(plain.value(), n / left, level)
                : around(plain.value(), plain.interval(), shrink);
        return new Estimate(plain.value(), plain.standardError() * shrink, interval, n);
    }

    private static Interval around(double value, Interval interval, double shrink) {
        return new Interval(
                value - (value - interval.lower()) * shrink,
                value + (interval.upper() - value) * shrink,
                interval.level());
    }
}
