package network.pokt.mlqos.route;

/** What all calls of a router may spend together beyond one relay for each request. */
final class Budgets {

    private static final int MOST_HEDGES = 10;
    private static final int MOST_RETRIES = 50;

    final Allowance hedging;
    final Allowance retrying;

    Budgets(RouterConfig config) {
        hedging = new Allowance(config.hedging.budget(), MOST_HEDGES, 0);
        retrying = new Allowance(config.failover.budget(), MOST_RETRIES, MOST_RETRIES / 2.0);
    }

    /** Counts a request. */
    void request() {
        hedging.request();
        retrying.request();
    }
}
