package network.pokt.mlqos.evaluation;

import network.pokt.mlqos.stats.LatencyHistogram;

/**
 * How long a node's answers took, in the terms of model serving. Failed relays are not in here.
 *
 * <p>Read it only after the run has ended.
 */
public final class Latency {

    private final LatencyHistogram firstToken = new LatencyHistogram();
    private final LatencyHistogram perOutputToken = new LatencyHistogram();
    private final LatencyHistogram total = new LatencyHistogram();

    Latency() {}

    void add(Attempt attempt) {
        total.record(attempt.totalNanos());
        if (attempt.firstContentNanos() >= 0) {
            firstToken.record(attempt.firstContentNanos());
            if (attempt.contentEvents() > 1) {
                // Counted by what arrived, not by what is claimed: a padded bill must not look like speed.
                long between = attempt.totalNanos() - attempt.firstContentNanos();
                perOutputToken.record(between / (attempt.contentEvents() - 1));
            }
        }
    }

    void merge(Latency other) {
        firstToken.merge(other.firstToken);
        perOutputToken.merge(other.perOutputToken);
        total.merge(other.total);
    }

    /** Returns the time to first token (TTFT) of streamed answers: from sending to the first content. */
    public LatencyHistogram firstToken() {
        return firstToken;
    }

    /** Returns the time per output token of streamed answers: from first content to the end, per further content event. */
    public LatencyHistogram perOutputToken() {
        return perOutputToken;
    }

    /** Returns the time from sending to the last byte of every answer. */
    public LatencyHistogram total() {
        return total;
    }
}
