package network.pokt.mlqos.stats;

import java.util.Arrays;

/**
 * Follows a sequence for the moment from which on {@link Bets} would have done best: the estimate of when something
 * changed, once other evidence says that it did.
 *
 * <p>For each bet the best start is where its CUSUM was last at its lowest (Page, "Continuous inspection schemes",
 * Biometrika 41, 1954), which for a likelihood ratio is the most likely moment of the change. Memory is five numbers
 * per bet. Not thread-safe.
 */
public final class OnsetTracker {

    private final Bets bets;
    private final double[] gains;
    private final long[] starts;
    private final double[] sums;
    private long count;

    /** Begins before any observation. */
    public OnsetTracker(Bets bets) {
        this.bets = bets;
        this.gains = new double[bets.eValues().size()];
        this.starts = new long[gains.length];
        this.sums = new double[gains.length];
    }

    /**
     * The most likely moment of a change.
     *
     * @param index the position, from 0, of the first observation after it
     * @param count the observations from there on, 0 if nothing speaks for a change now
     * @param mean their mean, NaN if there is none
     * @param gain the natural logarithm of what the best bet won from there on, at least 0
     */
    public record Onset(long index, long count, double mean, double gain) {}

    /** Takes the next observation. */
    public void observe(double observation) {
        for (int i = 0; i < gains.length; i++) {
            gains[i] += Math.log(bets.eValues().get(i).of(observation));
            sums[i] += observation;
            if (!(gains[i] > 0)) {
                gains[i] = 0;
                sums[i] = 0;
                starts[i] = count + 1;
            }
        }
        count++;
    }

    /** Returns the start of the bet that has won most. */
    public Onset onset() {
        double most = Arrays.stream(gains).max().orElse(0);
        int best = 0;
        while (gains[best] < most) {
            best++;
        }
        long since = count - starts[best];
        return new Onset(starts[best], since, since == 0 ? Double.NaN : sums[best] / since, most);
    }
}
