package network.pokt.mlqos.route;

/**
 * Draws an index with given weights in constant time on average: a table of as many entries as weights tells where to begin
 * (Chen and Asau, "On generating random variates from an empirical distribution", AIIE Transactions 6, 1974). Immutable.
 */
final class WeightedDraw {

    private final double[] cumulative;
    private final int[] guide;

    /** Takes weights, each above 0. */
    WeightedDraw(double[] weights) {
        int n = weights.length;
        cumulative = new double[n];
        guide = new int[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += weights[i];
            cumulative[i] = sum;
        }
        for (int i = 0, at = 0; i < n; i++) {
            while (at < n - 1 && cumulative[at] <= sum * i / n) {
                at++;
            }
            guide[i] = at;
        }
    }

    /** Returns the index at {@code uniform}, from 0 inclusive to 1 exclusive. */
    int at(double uniform) {
        int n = cumulative.length;
        double mass = uniform * cumulative[n - 1];
        int at = guide[(int) (uniform * n)];
        while (at < n - 1 && cumulative[at] <= mass) {
            at++;
        }
        return at;
    }

    /** Returns the chance of an index. */
    double share(int index) {
        double before = index == 0 ? 0 : cumulative[index - 1];
        return (cumulative[index] - before) / cumulative[cumulative.length - 1];
    }
}
