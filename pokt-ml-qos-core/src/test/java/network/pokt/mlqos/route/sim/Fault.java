package network.pokt.mlqos.route.sim;

/**
 * Something that is wrong with a node for a while.
 *
 * @param kind what
 * @param size how much: a probability, a factor or points of accuracy
 * @param from seconds
 * @param until seconds
 */
record Fault(Kind kind, double size, double from, double until) {

    enum Kind {
        /** No connection. */
        DOWN,
        /** A share of requests gets status 500 after 50 ms. */
        ERRORS,
        /** Nothing ever comes. */
        SILENT,
        /** Prefill and network take so many times as long. */
        SLOW_FIRST,
        /** Decoding takes so many times as long. */
        SLOW_TOKENS,
        /** A share of streams breaks off half-way. */
        CUT,
        /** A share of requests gets status 429 with Retry-After 2 s, which is no fault of the node. */
        LIMITED,
        /** Accuracy is lower by so much. */
        WORSE,
        /** Claims so many times the tokens that it writes. */
        PADDED
    }

    static Fault always(Kind kind, double size) {
        return new Fault(kind, size, 0, Double.POSITIVE_INFINITY);
    }
}
