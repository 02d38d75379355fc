package network.pokt.mlqos.stats;

/** A probability of a false alarm that somebody accepts. */
final class ErrorRate {

    private ErrorRate() {}

    /** Returns the rate, or refuses one that is not strictly between 0 and 1. */
    static double require(double alpha) {
        if (alpha > 0 && alpha < 1) {
            return alpha;
        }
        throw new IllegalArgumentException(
                "false-alarm probability " + alpha + " is not between 0 and 1: give a share such as 0.01");
    }
}
