package network.pokt.mlqos.stats;

/**
 * Evidence that a hypothesis does not hold, or no longer holds from some unknown moment on, with false alarms bounded
 * per span of time instead of per look.
 *
 * <p>Many bettors start one after the other, each with a small stake, and play {@link Bets} from then on; the evidence is
 * what all of them own. Each stake is as large as the time since the observation before, measured in spans. While the
 * hypothesis holds, nobody can expect to win, so after T spans the evidence is expected to be at most what was staked,
 * and (Doob) <strong>the probability that it ever reached {@code 1 / alpha} by then is at most {@code alpha * max(1,
 * T)}</strong>. With a span of a year and alpha 0.01: at most 1 % false alarms per year, whether one observation or a
 * million arrive in it, with no distribution, independence or tuning assumed.
 *
 * <p>A part of the first span's stakes, the head start, is staked before the first observation, where a change is most
 * worth looking for: something that was never right.
 *
 * <pre>{@code
 * ChangeEvidence evidence = ChangeEvidence.of(Bets.onRateBelow(0.80));
 * evidence.observe(success ? 1 : 0, sinceLast.toNanos() / YEAR_NANOS);
 * evidence.alarms(0.01);     // at most 1 % per year
 * }</pre>
 *
 * <p>Detection takes about {@code ln(1 / (alpha * stake)) / g} observations from the change on, where g is the growth per
 * observation of the best bet's logarithm and the stake is that of the bettor who starts at the change.
 *
 * <p>Sources: the Shiryaev-Roberts e-detector of Shin, Ramdas and Rinaldo, "E-detectors: a nonparametric framework for
 * sequential change detection", New England Journal of Statistics in Data Science (2023); stakes by time instead of by
 * count are ours, and the proof is the same: the evidence less the stakes is a supermartingale.
 *
 * <p>An observation costs some nanoseconds per bet. Not thread-safe: one writer, or a lock of the caller.
 */
public final class ChangeEvidence {

    /** Half: something that was wrong from the beginning is as likely to be met as something that turns wrong. */
    private static final double DEFAULT_HEAD_START = 0.5;

    private final Bets bets;
    private final double perSpan;
    private final double[] capital;
    private double evidence;
    private double most;
    private double staked;
    private long count;

    private ChangeEvidence(Bets bets, double headStart) {
        this.bets = bets;
        this.perSpan = 1 - headStart;
        this.capital = bets.spread(headStart);
        this.evidence = headStart;
        this.most = headStart;
        this.staked = headStart;
    }

    /** Returns evidence before any observation, with half of the first span's stakes as a head start. */
    public static ChangeEvidence of(Bets bets) {
        return of(bets, DEFAULT_HEAD_START);
    }

    /**
     * Returns evidence before any observation.
     *
     * @param headStart the part of each span's stakes that is staked at the beginning instead, within 0 to 1; 1 leaves
     *     nothing for later changes and is an {@link EProcess}
     */
    public static ChangeEvidence of(Bets bets, double headStart) {
        if (!(headStart >= 0 && headStart <= 1)) {
            throw new IllegalArgumentException("head start " + headStart + " is no share: give a number within 0 to 1");
        }
        return new ChangeEvidence(bets, headStart);
    }

    /**
     * Takes the next observation.
     *
     * @param spans the time since the observation before, or since the beginning, in spans; at least 0 and known before
     *     the observation is
     */
    public void observe(double observation, double spans) {
        if (!(spans >= 0) || Double.isInfinite(spans)) {
            throw new IllegalArgumentException(
                    "time of " + spans + " spans since the last observation cannot be: give 0 or more");
        }
        evidence = bets.play(capital, perSpan * spans, observation);
        most = Math.max(most, evidence);
        staked += perSpan * spans;
        count++;
    }

    /** Returns what all bettors own now. */
    public double evidence() {
        return evidence;
    }

    /** Returns what was staked so far: the most that can be expected of {@link #evidence()} while nothing changed. */
    public double staked() {
        return staked;
    }

    /** Returns the most that all bettors ever owned, which is what decides. */
    public double mostEvidence() {
        return most;
    }

    /**
     * Returns whether the evidence ever sufficed for {@code alpha} false alarms per span.
     *
     * @param alpha strictly between 0 and 1
     */
    public boolean alarms(double alpha) {
        return most >= 1 / ErrorRate.require(alpha);
    }

    /** Returns how many observations were taken. */
    public long count() {
        return count;
    }
}
