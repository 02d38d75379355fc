package network.pokt.mlqos.leaderboard;

/**
 * The ranks that a node may truly have.
 *
 * @param best the best rank that the data do not exclude, from 1
 * @param worst the worst rank that the data do not exclude
 */
public record RankInterval(int best, int worst) {

    public RankInterval {
        if (best < 1 || worst < best) {
            throw new IllegalArgumentException("Ranks run from 1, the best first, got " + best + " and " + worst + ".");
        }
    }

    @Override
    public String toString() {
        return best == worst ? Integer.toString(best) : best + "-" + worst;
    }
}
