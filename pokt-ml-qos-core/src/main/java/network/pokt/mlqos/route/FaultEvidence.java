package network.pokt.mlqos.route;

import java.util.Arrays;

/**
 * The evidence that a node fails more often than it may, by a sequential test: cumulative sums of the log-likelihood ratio of
 * four failure rates (5, 10, 25 and 70 %) against the acceptable one, each started anew whenever it falls below 0 (Page,
 * "Continuous inspection schemes", Biometrika 41, 1954). Not thread-safe.
 *
 * <p>The acceptable rate is {@value #ACCEPTABLE} or a bit above what the pool's middle node fails at, whichever is higher, so
 * that trouble which everybody has is held against nobody. {@link #THRESHOLD} bounds the alarms: by Lorden (1971) a healthy node
 * runs for at least {@code exp(THRESHOLD) / 4} relays between them on average, and in simulation for far longer.
 */
final class FaultEvidence {

    static final double ACCEPTABLE = 0.005;
    static final double THRESHOLD = 13.5;

    /** What a pool fails at is known from a few hundred relays a node, so a node may be this much worse. */
    private static final double MARGIN = 1.2;

    private static final double[] RATES = {0.05, 0.1, 0.25, 0.7};

    private final double[] sums = new double[RATES.length];
    private final double[] onFailure = new double[RATES.length];
    private final double[] onAnswer = new double[RATES.length];
    private double acceptable = -1;
    private double most;

    void observe(boolean failed, double poolRate) {
        double now = Math.min(0.3, Math.max(ACCEPTABLE, MARGIN * poolRate));
        if (Math.abs(now - acceptable) > 0.1 * acceptable) {
            price(now);
        }
        most = 0;
        for (int i = 0; i < RATES.length; i++) {
            sums[i] = Math.max(0, sums[i] + (failed ? onFailure[i] : onAnswer[i]));
            most = Math.max(most, sums[i]);
        }
    }

    private void price(double rate) {
        acceptable = rate;
        for (int i = 0; i < RATES.length; i++) {
            double alternative = Math.max(RATES[i], Math.min(0.9, 3 * rate));
            onFailure[i] = Math.log(alternative / rate);
            onAnswer[i] = Math.log((1 - alternative) / (1 - rate));
        }
    }

    /** Returns how much of the evidence that benches a node is there, 0 and up; 1 suffices. */
    double evidence() {
        return most / THRESHOLD;
    }

    void reset() {
        Arrays.fill(sums, 0);
        most = 0;
    }
}
