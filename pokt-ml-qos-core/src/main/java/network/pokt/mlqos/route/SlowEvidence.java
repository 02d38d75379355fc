package network.pokt.mlqos.route;

/**
 * The evidence that a node has become slower than it was, apart from what the whole pool has become, by a sequential test: a
 * cumulative sum of the standardised logarithm of observed over usual. Not thread-safe.
 *
 * <p>Deviations are clipped at three standard deviations, since latencies have heavy tails. A node that stays slow is taken to
 * be that way in time, for its usual latency is learnt from the same observations; its price in time is the policy's matter.
 */
final class SlowEvidence {

    private static final double CLIP = 3;
    /** Drift that is put up with, in standard deviations: half of the smallest shift worth finding. */
    private static final double SLACK = 0.75;
    /** With clipped normal deviations a false alarm comes once in more than a million observations. */
    private static final double THRESHOLD = 11;

    private static final double LEARNING = 1.0 / 100;
    private static final int LEARNERS = 20;

    private double usual;
    private double variance = 0.09;
    private double sum;
    private long n;

    /**
     * Takes an observation.
     *
     * @param logRatio the logarithm of observed over what the pool would have needed for the same request
     */
    void observe(double logRatio) {
        n++;
        if (n <= LEARNERS) {
            double step = 1.0 / n;
            double off = logRatio - usual;
            usual += step * off;
            variance = Math.max(0.01, variance + step * (off * off * (1 - step) - variance));
            return;
        }
        double z = Math.max(-CLIP, Math.min(CLIP, (logRatio - usual) / Math.sqrt(variance)));
        sum = Math.max(0, sum + z - SLACK);
        double learning = LEARNING / (1 + sum);
        usual += learning * z * Math.sqrt(variance);
        variance = Math.max(0.01, variance + learning * variance * (z * z - 1));
    }

    /** Returns how much of the evidence that a node is slow is there; 1 suffices. */
    double evidence() {
        return sum / THRESHOLD;
    }
}
