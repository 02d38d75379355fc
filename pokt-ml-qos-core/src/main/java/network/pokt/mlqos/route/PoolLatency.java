package network.pokt.mlqos.route;

import java.util.Arrays;

/**
 * The latency of the pool as a whole: the mean of its nodes' fits, which stands in for a node of which little is known, and
 * against which each is compared. Its readers see numbers of one recent fit each; a race costs nothing but freshness.
 */
final class PoolLatency {

    /** Before anything is known: 0.3 s, 0.1 s per thousand tokens of prompt, 25 ms per token, as of a mid-sized model on one GPU. */
    private volatile double firstBase = 0.3;

    private volatile double firstPerThousand = 0.1;
    private volatile double firstPerThousandAhead = 0.1;
    private volatile double tokenBase = 0.025;
    private volatile double tokenPerRelay = 0.001;

    private double weight;
    private final double[] sums = new double[5];
    private double tokenWeight;

    LatencyFit newFirstToken(double memory, double halfLife) {
        return new LatencyFit(memory, halfLife, firstBase, firstPerThousand, firstPerThousandAhead);
    }

    LatencyFit newPerToken(double memory, double halfLife) {
        return new LatencyFit(memory, halfLife, tokenBase, 0, tokenPerRelay);
    }

    double firstToken(double thousandTokens, double thousandsAhead) {
        return firstBase + firstPerThousand * thousandTokens + firstPerThousandAhead * thousandsAhead;
    }

    double perToken(double load) {
        return tokenBase + tokenPerRelay * load;
    }

    synchronized void begin() {
        weight = 0;
        tokenWeight = 0;
        Arrays.fill(sums, 0);
    }

    synchronized void refit(LatencyFit first, LatencyFit token, long nanos) {
        first.solve(firstBase, firstPerThousand, firstPerThousandAhead, nanos);
        token.solve(tokenBase, 0, tokenPerRelay, nanos);
        double w = Math.min(NodeState.ENOUGH, first.weight());
        weight += w;
        sums[0] += w * first.base();
        sums[1] += w * first.perLength();
        sums[2] += w * first.perLoad();
        double t = Math.min(NodeState.ENOUGH, token.weight());
        tokenWeight += t;
        sums[3] += t * token.base();
        sums[4] += t * token.perLoad();
    }

    synchronized void end() {
        if (weight >= NodeState.ENOUGH) {
            firstBase = sums[0] / weight;
            firstPerThousand = sums[1] / weight;
            firstPerThousandAhead = sums[2] / weight;
        }
        if (tokenWeight >= NodeState.ENOUGH) {
            tokenBase = sums[3] / tokenWeight;
            tokenPerRelay = sums[4] / tokenWeight;
        }
    }
}
