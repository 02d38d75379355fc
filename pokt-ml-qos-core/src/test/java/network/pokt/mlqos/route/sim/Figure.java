package network.pokt.mlqos.route.sim;

/** What is measured in a run. */
enum Figure {
    /** Dollars per 10,000 requests. */
    UTILITY,
    /** Seconds to the first token, failed attempts included. */
    FIRST_50,
    FIRST_95,
    FIRST_99,
    /** Seconds to the end. */
    TOTAL_50,
    TOTAL_95,
    TOTAL_99,
    /** Percent of requests. */
    FAILED,
    WRONG_OR_FAILED,
    /** Dollars that are paid for 1,000 right answers. */
    PAID_PER_RIGHT,
    /** Percent of what is paid that brought no answer. */
    EXTRA,
    /** For each request. */
    RELAYS,
    /** Percent of the answers. */
    LARGEST_OPERATOR,
    /** How often a node with nothing wrong was benched; NaN as are those below for whoever benches nobody. */
    HEALTHY_BENCHED,
    /** Relays to nodes with nothing wrong. */
    HEALTHY_RELAYS,
    /** Relays to a bad node from the beginning of its fault until it was benched, the median of those that were. */
    FOUND_AFTER,
    /** Seconds from the repair of a node until it has its full weight again, the median of those that have. */
    RECOVERED_AFTER
}
