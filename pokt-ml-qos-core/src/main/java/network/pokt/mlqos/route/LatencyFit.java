package network.pokt.mlqos.route;

/**
 * How one latency of one node depends on the length of the request and on the load that it meets there: {@code a + b length + c
 * load}, in seconds, by least squares that forget.
 *
 * <p>An observation loses weight with each later one and with time, so what is left pulls towards a prior: the fit of the whole
 * pool. A node of which little is known is taken to be like the others. Observations beyond three times the expected are taken
 * as three times, so that one stall does not decide for minutes. Not thread-safe.
 */
final class LatencyFit {

    /** The weight of the prior, in observations. */
    private static final double PRIOR = 2;

    private static final double CLIP = 3;
    private static final double SLACK_SECONDS = 0.2;

    private final double keep;
    private final double halfLifeNanos;
    private double n;
    private double sx;
    private double sz;
    private double sxx;
    private double szz;
    private double sxz;
    private double sy;
    private double sxy;
    private double szy;
    private long last;

    private double base;
    private double perLength;
    private double perLoad;

    /**
     * @param memory how many observations are remembered
     * @param halfLifeNanos after how long without observations half of them are forgotten
     */
    LatencyFit(double memory, double halfLifeNanos, double base, double perLength, double perLoad) {
        this.keep = 1 - 1 / memory;
        this.halfLifeNanos = halfLifeNanos;
        this.base = base;
        this.perLength = perLength;
        this.perLoad = perLoad;
    }

    void observe(double length, double load, double seconds, long nanos) {
        double expected = at(length, load);
        double y = n < 1 ? seconds : Math.min(seconds, CLIP * expected + SLACK_SECONDS);
        forget(nanos);
        scale(keep);
        n += 1;
        sx += length;
        sz += load;
        sxx += length * length;
        szz += load * load;
        sxz += length * load;
        sy += y;
        sxy += length * y;
        szy += load * y;
    }

    private void forget(long nanos) {
        if (nanos > last) {
            scale(Math.pow(0.5, (nanos - last) / halfLifeNanos));
            last = nanos;
        }
    }

    private void scale(double factor) {
        n *= factor;
        sx *= factor;
        sz *= factor;
        sxx *= factor;
        szz *= factor;
        sxz *= factor;
        sy *= factor;
        sxy *= factor;
        szy *= factor;
    }

    /** Fits anew as of {@code nanos}, towards these coefficients. */
    void solve(double priorBase, double priorPerLength, double priorPerLoad, long nanos) {
        forget(nanos);
        double a = n + PRIOR;
        double d = sxx + PRIOR;
        double f = szz + PRIOR;
        double u = sy + PRIOR * priorBase;
        double v = sxy + PRIOR * priorPerLength;
        double w = szy + PRIOR * priorPerLoad;
        double ca = d * f - sxz * sxz;
        double cb = sxz * sz - sx * f;
        double cc = sx * sxz - d * sz;
        double det = a * ca + sx * cb + sz * cc;
        double ce = a * f - sz * sz;
        double cg = sx * sz - a * sxz;
        double ch = a * d - sx * sx;
        perLength = Math.max(0, (cb * u + ce * v + cg * w) / det);
        perLoad = Math.max(0, (cc * u + cg * v + ch * w) / det);
        // With slopes held at 0 or above, the level is what makes the mean right.
        base = Math.max(1e-6, (u - sx * perLength - sz * perLoad) / a);
    }

    /** Returns the expected seconds. */
    double at(double length, double load) {
        return base + perLength * length + perLoad * load;
    }

    double base() {
        return base;
    }

    double perLength() {
        return perLength;
    }

    double perLoad() {
        return perLoad;
    }

    /** Returns how many observations are still remembered. */
    double weight() {
        return n;
    }
}
