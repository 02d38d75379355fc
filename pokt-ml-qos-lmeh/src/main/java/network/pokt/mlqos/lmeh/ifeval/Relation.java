package network.pokt.mlqos.lmeh.ifeval;

/** How a count is compared with the one that was asked for. */
enum Relation {
    LESS_THAN,
    AT_LEAST;

    boolean holds(long actual, long asked) {
        return this == LESS_THAN ? actual < asked : actual >= asked;
    }
}
