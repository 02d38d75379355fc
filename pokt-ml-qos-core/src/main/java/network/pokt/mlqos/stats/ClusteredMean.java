package network.pokt.mlqos.stats;

import java.util.HashMap;
import java.util.Map;

/**
 * The mean of scores that come in clusters, such as several questions about one text.
 *
 * <p>Questions of one cluster are right or wrong together, so n of them are worth less than n independent ones, and an interval
 * that ignores it is too narrow. The standard error adds up deviations within a cluster before it squares them: {@code
 * sqrt(G / (G - 1) x sum over clusters of (sum of deviations)^2) / n} with G clusters (Liang and Zeger, Biometrika 73, 1986;
 * Miller, "Adding error bars to evals", arXiv 2411.00640, section 2.2). The interval is Student's with G - 1 degrees of
 * freedom; below some 20 clusters it is still a little too narrow.
 *
 * <p>It keeps one sum and one count for each cluster. Not thread-safe: one writer, or a lock of the caller.
 */
public final class ClusteredMean {

    private final Map<Object, Moments> clusters = new HashMap<>();
    private final Moments all = new Moments();

    /** A mean of no score yet. */
    public ClusteredMean() {}

    /**
     * Takes the score of one more question.
     *
     * @param cluster what the question belongs to: a text, a subject; anything with equals and hashCode
     * @throws IllegalArgumentException when the score is no finite number
     */
    public void add(Object cluster, double score) {
        all.add(score);
        clusters.computeIfAbsent(cluster, key -> new Moments()).add(score);
    }

    /** How many clusters there are. */
    public int clusters() {
        return clusters.size();
    }

    /** The mean over all questions with its 95 % interval. */
    public Estimate estimate() {
        return estimate(Confidence.DEFAULT);
    }

    /**
     * The mean over all questions with its interval, cut to 0..1 where all scores are within it.
     *
     * @param level the confidence of the interval, strictly between 0 and 1
     * @return an estimate whose n counts questions; with fewer than two clusters its interval excludes nothing
     */
    public Estimate estimate(double level) {
        Confidence.require(level);
        if (all.count() == 0) {
            return Estimate.none();
        }
        double mean = all.mean();
        int count = clusters.size();
        if (count < 2) {
            return new Estimate(mean, Double.NaN, Interval.unbounded(level), all.count());
        }
        double squares = 0;
        for (Moments cluster : clusters.values()) {
            double sum = cluster.count() * (cluster.mean() - mean);
            squares += sum * sum;
        }
        double error = Math.sqrt(squares * count / (count - 1)) / all.count();
        double reach = StudentT.quantile(count - 1L, level) * error;
        Interval interval = new Interval(mean - reach, mean + reach, level);
        boolean shares = all.min() >= 0 && all.max() <= 1;
        return new Estimate(mean, error, shares ? interval.within(0, 1) : interval, all.count());
    }
}
