package network.pokt.mlqos.route;

/**
 * The nodes of a pool that have to prove themselves. They get a small share of the requests beside the picker, whatever their
 * score, and one request at a time: that is how they come back.
 */
final class Canaries {

    private static final double SHARE_OF_EACH = 0.02;
    private static final double SHARE_OF_ALL = 0.1;

    private final int[] indices;
    private final NodeState[] states;
    private final double share;

    /** Takes the places of the canaries among the states of a pool. */
    Canaries(int[] indices, NodeState[] states) {
        this.indices = indices;
        this.states = states;
        // Where everybody has to prove itself, the picker chooses.
        this.share = indices.length == states.length ? 0 : Math.min(SHARE_OF_ALL, SHARE_OF_EACH * indices.length);
    }

    /** Returns a canary now and then, else -1. */
    int draw(Draws draws) {
        if (share == 0 || draws.next() >= share) {
            return -1;
        }
        int drawn = indices[(int) (draws.next() * indices.length)];
        return idle(drawn) ? drawn : -1;
    }

    private boolean idle(int index) {
        return states[index].load().inFlight() == 0;
    }

    /** Adds the chance of being taken as a canary to those of the picker. */
    void addTo(double[] probabilities) {
        if (share == 0) {
            return;
        }
        double each = share / indices.length;
        double taken = 0;
        for (int canary : indices) {
            taken += idle(canary) ? each : 0;
        }
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] *= 1 - taken;
        }
        for (int canary : indices) {
            probabilities[canary] += idle(canary) ? each : 0;
        }
    }
}
