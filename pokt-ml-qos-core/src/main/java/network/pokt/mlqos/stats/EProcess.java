package network.pokt.mlqos.stats;

/**
 * Evidence against a hypothesis about a whole sequence, which may be looked at after every observation.
 *
 * <p>If the hypothesis holds throughout, the probability that the evidence ever reaches {@code 1 / alpha} is at most
 * {@code alpha}, however long the sequence and whatever made the observer stop (Ville's inequality). So {@code
 * rejects(0.01)} may be asked after each observation, and is true for at most 1 % of sequences that follow the
 * hypothesis.
 *
 * <pre>{@code
 * EProcess evidence = new EProcess(Bets.onRateBelow(0.80));
 * for (boolean success : answers) {
 *     evidence.observe(success ? 1 : 0);
 * }
 * evidence.rejects(0.01);     // below 80 % all along?
 * }</pre>
 *
 * <p>A sequence that turned bad late has lost its capital before, and is found late or never: for that there is {@link
 * ChangeEvidence}. Sources: {@link EValue}; Ville, "Étude critique de la notion de collectif" (1939).
 *
 * <p>An observation costs some nanoseconds per bet. Not thread-safe: one writer, or a lock of the caller.
 */
public final class EProcess {

    private final Bets bets;
    private final double[] capital;
    private double evidence = 1;
    private double most = 1;
    private long count;

    /** Evidence before any observation: 1. */
    public EProcess(Bets bets) {
        this.bets = bets;
        this.capital = bets.spread(1);
    }

    /** Takes the next observation. */
    public void observe(double observation) {
        evidence = bets.play(capital, 0, observation);
        most = Math.max(most, evidence);
        count++;
    }

    /** Returns the factor by which a bettor's capital has grown: above 1 speaks against the hypothesis. */
    public double evidence() {
        return evidence;
    }

    /** Returns a p-value that holds at any time: the inverse of the most evidence so far, at most 1. */
    public double pValue() {
        return 1 / most;
    }

    /**
     * Returns whether the evidence ever sufficed for an error probability of {@code alpha}.
     *
     * @param alpha strictly between 0 and 1
     */
    public boolean rejects(double alpha) {
        return pValue() <= ErrorRate.require(alpha);
    }

    /** Returns how many observations were taken. */
    public long count() {
        return count;
    }
}
