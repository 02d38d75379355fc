package network.pokt.mlqos.watch;

import network.pokt.mlqos.stats.Estimate;

/**
 * When a decision counts as settled.
 *
 * @param standardErrors how many standard errors away from the turning point settle it; above 0
 * @param indifference a difference that nobody cares about, from 0 to below 1: closer calls are settled once they are known to
 *     be that close
 */
public record Turning(double standardErrors, double indifference) {

    /**
     * Three standard errors, because the decision is looked at again after every few samples: at 1.96 one in four or five close
     * calls would come out wrong at some look. And one point of accuracy.
     */
    public static final Turning DEFAULT = new Turning(3, 0.01);

    /** Refuses numbers out of their range. */
    public Turning {
        if (!(standardErrors > 0) || !(indifference >= 0 && indifference < 1)) {
            throw new IllegalArgumentException(
                    "A decision is settled by more than 0 standard errors and an indifference from 0"
                            + " to below 1, got " + standardErrors + " and " + indifference + ".");
        }
    }

    /** Returns the variance of one sample, with two samples of either kind added so that few equal ones are not certainty. */
    static double variance(Estimate accuracy) {
        double share = smoothed(accuracy);
        return share * (1 - share);
    }

    /** Returns the mean pulled towards one half by four samples (Agresti and Coull, The American Statistician 52, 1998). */
    static double smoothed(Estimate accuracy) {
        double sum = accuracy.n() == 0 ? 0 : Math.min(1, Math.max(0, accuracy.value())) * accuracy.n();
        return (sum + 2) / (accuracy.n() + 4);
    }

    /** Returns the squared standard error of the smoothed mean. */
    static double squaredError(Estimate accuracy) {
        return variance(accuracy) / (accuracy.n() + 4);
    }

    /** Returns whether a distance is settled: clearly not zero, or clearly too small to matter. */
    boolean settled(double distance, double squaredError) {
        double reach = standardErrors * Math.sqrt(squaredError);
        return Math.abs(distance) > reach || Math.abs(distance) + reach < indifference;
    }

    /** Returns how far a node is below the share of samples that its variance and distance ask for. */
    double urgency(Estimate accuracy, double distance) {
        double apart = Math.max(Math.abs(distance), Math.max(indifference, 1e-3));
        return variance(accuracy) / (apart * apart) / (accuracy.n() + 1);
    }
}
