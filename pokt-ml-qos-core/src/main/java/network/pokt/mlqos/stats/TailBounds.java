package network.pokt.mlqos.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How large the numbers of an honest source can be, learnt from several of them: for some limits, the least share of
 * numbers that stays within each.
 *
 * <p>Limits are the 50th, 80th, 95th and 100th percentiles of all numbers together; the largest number is none if it
 * came more than once, since then it may be the largest that there can be. The share within a limit is
 * that of the source for which it is lowest, or less: with the given confidence no calibrated source exceeds any limit
 * more often than is said here, if the sources are alike or the worst of them differs visibly. In between, where chance
 * may explain the difference, each limit holds for the worst with three in four at least. The confidence is shared among
 * the limits (Bonferroni), which are taken as given although they come from the same numbers.
 *
 * @param limits in rising order, at least one
 * @param shares the least share of numbers up to each limit, strictly between 0 and 1 and rising
 */
public record TailBounds(List<Double> limits, List<Double> shares) {

    private static final double[] PERCENTILES = {0.5, 0.8, 0.95, 1};

    /** Bounds are wanted with this confidence unless something else is said. */
    public static final double DEFAULT_CONFIDENCE = 0.99;

    public TailBounds {
        limits = List.copyOf(limits);
        shares = List.copyOf(shares);
        if (limits.isEmpty() || limits.size() != shares.size()) {
            throw new IllegalArgumentException("tail bounds need one share for each limit and one limit at least, got "
                    + limits.size() + " limits and " + shares.size() + " shares");
        }
        for (int i = 0; i < limits.size(); i++) {
            boolean rises = i == 0 || (limits.get(i) > limits.get(i - 1) && shares.get(i) > shares.get(i - 1));
            if (!rises || !Double.isFinite(limits.get(i)) || !(shares.get(i) > 0 && shares.get(i) < 1)) {
                throw new IllegalArgumentException("limits " + limits + " with shares " + shares
                        + " are no tail: give finite limits and shares between 0 and 1, both rising");
            }
        }
    }

    /** Returns the bound that a source promises or that is known: so large a share does not exceed the limit. */
    public static TailBounds known(double limit, double share) {
        return new TailBounds(List.of(limit), List.of(share));
    }

    /** Returns bounds from these sources with 99 % confidence, see {@link #of(List, double)}. */
    public static TailBounds of(List<double[]> sources) {
        return of(sources, DEFAULT_CONFIDENCE);
    }

    /**
     * Returns bounds from sources that are all acceptable.
     *
     * @param sources the numbers of each, at least one number each; some hundred make useful bounds
     * @param confidence that no bound is too narrow for the worst source, strictly between 0 and 1
     */
    public static TailBounds of(List<double[]> sources, double confidence) {
        if (sources.isEmpty() || sources.stream().anyMatch(numbers -> numbers.length == 0)) {
            throw new IllegalArgumentException("bounds need sources with at least one number each, got "
                    + sources.stream().map(numbers -> numbers.length).toList() + " numbers");
        }
        double[] all = sources.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
        if (!Double.isFinite(all[0]) || !Double.isFinite(all[all.length - 1])) {
            throw new IllegalArgumentException("numbers to calibrate with must be finite, got " + all[0] + " to "
                    + all[all.length - 1] + ": leave out what could not be measured");
        }
        double[] limits = Arrays.stream(PERCENTILES)
                .map(share -> all[Math.max(0, (int) Math.ceil(share * all.length) - 1)])
                .distinct()
                .filter(limit -> limit < all[all.length - 1] || isLimit(all))
                .toArray();
        double error = (1 - Confidence.require(confidence)) / limits.length;
        List<Double> kept = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        double least = 0;
        for (double limit : limits) {
            double share = new SharesWithin(sources, limit).least(error);
            if (share > least) {
                kept.add(limit);
                shares.add(share);
                least = share;
            }
        }
        if (kept.isEmpty()) {
            throw new IllegalArgumentException(
                    "no limit holds for all sources: one has no number in the others' range");
        }
        return new TailBounds(kept, shares);
    }

    /** Says whether the largest of sorted numbers is a limit: if it came once, or if nothing else came. */
    private static boolean isLimit(double[] all) {
        double largest = all[all.length - 1];
        return all[0] == largest || all[all.length - 2] < largest;
    }

    /** Returns in which range a number lies: 0 up to the first limit, and the number of limits beyond the last. */
    int rangeOf(double number) {
        int range = 0;
        while (range < limits.size() && number > limits.get(range)) {
            range++;
        }
        return range;
    }
}
