package network.pokt.mlqos.lmeh.suite;

import java.util.stream.IntStream;

/**
 * Decides, round by round, which documents to ask next until a mean is known well enough: first a few of each stratum, then
 * more of those that are large and whose answers differ. Immutable.
 *
 * <p>Whoever stops when the standard error is small enough stops a little too often when it happens to look small. The first
 * round keeps that small; an interval that has to hold whenever one stops is another matter (see the always-valid tests of
 * {@code network.pokt.mlqos.stats}).
 *
 * @param strata the documents
 * @param target the standard error to reach, above 0
 * @param first how many documents of each stratum are asked first, at least 1
 * @param round how many documents a later round has at most
 */
public record AdaptiveSampling(Strata strata, double target, int first, int round) {

    public AdaptiveSampling {
        if (!(target > 0) || first < 1 || round < 1) {
            throw new IllegalArgumentException("Adaptive sampling needs a target above 0 and rounds of at least 1, got "
                    + target + ", " + first + " and " + round + ".");
        }
    }

    /** Returns how many documents of each stratum are asked first. */
    public int[] begin() {
        return IntStream.range(0, strata.names().size())
                .map(i -> Math.min(first, strata.size(i)))
                .toArray();
    }

    /**
     * Returns how many documents of each stratum there are to be after the next round; the same as there are if it is the
     * end, since the target is reached or no documents are left. Give them to {@link Strata#sampling}: those that were asked
     * before are among them.
     */
    public int[] next(StratifiedMean soFar) {
        int[] counts = soFar.counts();
        int asked = IntStream.of(counts).sum();
        if (asked >= strata.size() || soFar.estimate().standardError() <= target) {
            return counts;
        }
        double[] deviations = soFar.deviations();
        int wanted = Math.max(asked + 1, Math.min(needed(deviations), asked + round));
        int[] ideal = strata.neyman(wanted, deviations);
        int[] next = counts.clone();
        int left = wanted - asked;
        for (int i = 0; i < next.length; i++) {
            int more = Math.min(left, Math.max(0, ideal[i] - counts[i]));
            next[i] += more;
            left -= more;
        }
        return next;
    }

    /** The size of a sample, drawn by Neyman's allocation without replacement, that has the target's error. */
    private int needed(double[] deviations) {
        double sum = 0;
        double variance = 0;
        for (int i = 0; i < deviations.length; i++) {
            sum += strata.weight(i) * deviations[i];
            variance += strata.weight(i) * deviations[i] * deviations[i];
        }
        double needed = sum * sum / (target * target + variance / strata.size());
        return (int) Math.min(strata.size(), Math.ceil(needed));
    }
}
