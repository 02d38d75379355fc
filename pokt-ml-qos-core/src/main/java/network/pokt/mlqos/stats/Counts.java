package network.pokt.mlqos.stats;

/** The counts behind a proportion. */
final class Counts {

    private Counts() {}

    /** Refuses counts that cannot be: negative ones, or more successes than trials. */
    static void require(long successes, long n) {
        if (successes < 0 || successes > n) {
            throw new IllegalArgumentException(successes + " successes in " + n
                    + " trials cannot be: give a number of successes between 0 and the number of trials");
        }
    }
}
