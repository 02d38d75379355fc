package network.pokt.mlqos.route;

import java.util.EnumMap;
import java.util.Map;
import network.pokt.mlqos.transport.Blame;

/**
 * How a node's relays ended, by who was to blame, with old ones forgotten: at most {@value #MEMORY} count, and half of them
 * are gone after half an hour. Not thread-safe.
 */
final class Reliability {

    static final int MEMORY = 200;

    /** What is believed of a node before its first relay: 49 of 50 answered, worth ten relays. */
    private static final double PRIOR_ANSWERED = 9.8;

    private static final double PRIOR_FAILED = 0.2;
    private static final double HALF_LIFE_NANOS = 1.8e12;
    private static final double FEW = 10;

    private final Map<Blame, Double> byBlame = new EnumMap<>(Blame.class);
    private double answered;
    private long last;

    void answered(long nanos) {
        forget(nanos);
        answered += 1;
    }

    void failed(Blame blame, long nanos) {
        forget(nanos);
        byBlame.merge(blame, 1.0, Double::sum);
    }

    private void forget(long nanos) {
        double keep = (1 - 1.0 / MEMORY) * Math.pow(0.5, Math.max(0, nanos - last) / HALF_LIFE_NANOS);
        last = Math.max(last, nanos);
        answered *= keep;
        byBlame.replaceAll((blame, count) -> count * keep);
    }

    /** Returns the failures that speak against the node: its own, and those of the way to it. */
    double failures() {
        return of(Blame.NODE) + of(Blame.NETWORK);
    }

    double answered() {
        return answered;
    }

    double of(Blame blame) {
        return byBlame.getOrDefault(blame, 0.0);
    }

    /** Returns the share of recent relays that failed by the node or the way to it, drawn towards 0 while there are few. */
    double failureRate() {
        return failures() / (failures() + answered + FEW);
    }

    double alpha() {
        return answered + PRIOR_ANSWERED;
    }

    double beta() {
        return failures() + PRIOR_FAILED;
    }

    /** Returns the expected probability that the next relay is answered. */
    double mean() {
        return alpha() / (alpha() + beta());
    }
}
