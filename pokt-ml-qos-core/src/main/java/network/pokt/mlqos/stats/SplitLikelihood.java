package network.pokt.mlqos.stats;

/**
 * How much better two success rates, one before and one after a split, explain a sequence than one rate does.
 *
 * @param successes of the whole sequence
 * @param n outcomes of the whole sequence
 */
record SplitLikelihood(int successes, int n) {

    /** Rounding in the logarithms, relative to their largest term: less is a tie. */
    private static final double ROUNDING = 1e-13;

    /**
     * Twice the logarithm of the likelihood ratio for so many successes among the outcomes before the split.
     *
     * <p>It is 0 where both sides have the rate of the whole, convex in the successes before the split, and about
     * chi-square with one degree of freedom at a split that was fixed beforehand.
     */
    double ratio(int successesBefore, int split) {
        double before = logLikelihood(successesBefore, split);
        double after = logLikelihood(successes - successesBefore, n - split);
        return 2 * (before + after - logLikelihood(successes, n));
    }

    /** What a ratio may be short of another and still count as equal to it. */
    double tolerance() {
        return ROUNDING * (1 + xLogX(n));
    }

    private static double logLikelihood(int successes, int n) {
        return xLogX(successes) + xLogX(n - successes) - xLogX(n);
    }

    private static double xLogX(int x) {
        return x == 0 ? 0 : x * Math.log(x);
    }
}
