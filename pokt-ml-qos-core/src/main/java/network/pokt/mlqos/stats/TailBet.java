package network.pokt.mlqos.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * A bet that numbers are larger than their bounds allow: the likelihood ratio of a shifted to an unshifted normal
 * number of which only the range between limits is seen.
 *
 * <p>The factors rise with the range, and the bounds are the largest distribution allowed, so for every distribution
 * within the bounds the expected factor is at most 1.
 */
final class TailBet implements EValue {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final TailBounds bounds;
    private final double[] factors;

    TailBet(TailBounds bounds, double shift) {
        this.bounds = bounds;
        this.factors = new double[bounds.limits().size() + 1];
        double before = 0;
        double shiftedBefore = 0;
        for (int range = 0; range < factors.length; range++) {
            boolean last = range == factors.length - 1;
            double upTo = last ? 1 : bounds.shares().get(range);
            double shifted = last ? 1 : NORMAL.cumulativeProbability(NORMAL.inverseCumulativeProbability(upTo) - shift);
            factors[range] = (shifted - shiftedBefore) / (upTo - before);
            before = upTo;
            shiftedBefore = shifted;
        }
    }

    @Override
    public double of(double observation) {
        return Double.isNaN(observation) ? observation : factors[bounds.rangeOf(observation)];
    }
}
