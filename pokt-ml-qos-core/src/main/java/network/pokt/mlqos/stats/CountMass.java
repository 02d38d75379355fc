package network.pokt.mlqos.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/** The probabilities of consecutive counts; counts outside of them have none. */
final class CountMass {

    /** A probability that no sum of such can make visible beside a p-value of 1e-12. */
    private static final double NEGLIGIBLE = 1e-20;

    private final int first;
    private final double[] shares;

    private CountMass(int first, double[] shares) {
        this.first = first;
        this.shares = shares;
    }

    /** The count that is surely 0. */
    static CountMass zero() {
        return new CountMass(0, new double[] {1});
    }

    /** The successes in n trials, without the counts in the far tails. */
    static CountMass binomial(int n, double rate) {
        BinomialDistribution distribution = BinomialDistribution.of(n, rate);
        int from = distribution.inverseCumulativeProbability(NEGLIGIBLE);
        int to = distribution.inverseSurvivalProbability(NEGLIGIBLE);
        double[] shares = new double[to - from + 1];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = distribution.probability(from + i);
        }
        return new CountMass(from, shares);
    }

    /** The sum of this count and an independent one, where it is within the two counts given; the rest is cut off. */
    CountMass plus(CountMass other, int lowest, int highest) {
        int from = Math.max(lowest, first + other.first);
        int to = Math.min(highest, first + shares.length - 1 + other.first + other.shares.length - 1);
        double[] sum = new double[Math.max(to - from + 1, 0)];
        for (int i = 0; i < other.shares.length; i++) {
            // The inner loop runs over neighbours in both arrays, which the JIT turns into vector instructions.
            double share = other.shares[i];
            int offset = first + other.first + i - from;
            int end = Math.min(shares.length, sum.length - offset);
            for (int j = Math.max(0, -offset); j < end; j++) {
                sum[j + offset] += share * shares[j];
            }
        }
        return new CountMass(from, sum);
    }

    /** The probability that is left after everything that was cut off. */
    double total() {
        double total = 0;
        for (double share : shares) {
            total += share;
        }
        return total;
    }
}
