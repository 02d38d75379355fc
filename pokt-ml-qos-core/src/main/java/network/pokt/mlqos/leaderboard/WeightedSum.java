package network.pokt.mlqos.leaderboard;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.stats.Interval;

/**
 * A sum of independent estimates, each with a weight, and its interval. Not thread-safe.
 *
 * <p>The distances from each value to the ends of its interval add up as squares (Zou and Donner, "Construction of confidence
 * limits about effect measures", Statistics in Medicine 27, 2008), so that a share near 0 or 1 keeps its lopsided Wilson
 * interval, where a standard error of 0 would claim certainty.
 */
final class WeightedSum {

    private static final double LEVEL = 0.95;

    private final List<Estimate> parts = new ArrayList<>();
    private double value;
    private double variance;
    private double below;
    private double above;
    private long n;

    void add(double weight, Estimate part) {
        parts.add(part);
        value += weight * part.value();
        variance += square(weight * part.standardError());
        double lower = weight * (part.value() - part.interval().lower());
        double upper = weight * (part.interval().upper() - part.value());
        below += square(weight > 0 ? lower : upper);
        above += square(weight > 0 ? upper : lower);
        n += part.n();
    }

    Estimate estimate() {
        if (parts.size() == 1 && value == parts.get(0).value()) {
            return parts.get(0);
        }
        Interval interval = Double.isFinite(below) && Double.isFinite(above)
                ? new Interval(value - Math.sqrt(below), value + Math.sqrt(above), LEVEL)
                : Interval.unbounded(LEVEL);
        return n == 0 ? Estimate.none() : new Estimate(value, Math.sqrt(variance), interval, n);
    }

    private static double square(double x) {
        return x * x;
    }
}
