package network.pokt.mlqos.route;

import java.util.List;

/**
 * The candidates for one kind of request as of one moment, with their weights. Immutable but for what is in flight; decisions
 * on it make no garbage.
 */
final class Pool implements Picker.View {

    private static final int REDRAWS = 8;
    private static final double SHARE_PER_CANARY = 0.02;
    private static final double SHARE_OF_CANARIES = 0.1;

    final Candidate[] candidates;
    final NodeState[] states;
    final double[] scores;
    final OperatorShare[] operators;
    final List<Refusal> refused;
    final RequestSize size;
    final boolean failedOpen;
    /** How long until the first of the nodes that asked to be left alone may be asked again, 0 if there is none. */
    final long earliestNanos;

    private final double[] loadCosts;
    private final double[] cumulative;
    private final int[] preferred;
    private final int[] canaries;
    private final Draws draws;
    private final double cap;
    private final boolean capped;
    final long builtAt;
    final long epoch;

    Pool(PoolBuilder b) {
        candidates = b.candidates.toArray(new Candidate[0]);
        states = b.states.toArray(new NodeState[0]);
        operators = b.operators.toArray(new OperatorShare[0]);
        scores = b.scores;
        loadCosts = b.loadCosts;
        cumulative = b.cumulative;
        preferred = b.preferred;
        canaries = b.canaries;
        refused = List.copyOf(b.refused);
        size = b.size;
        failedOpen = b.failedOpen;
        earliestNanos = b.earliestNanos;
        draws = b.draws;
        cap = b.cap;
        capped = b.severalOperators;
        builtAt = b.builtAt;
        epoch = b.epoch;
    }

    @Override
    public int size() {
        return candidates.length;
    }

    @Override
    public int draw() {
        double at = draws.next() * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public double liveScore(int index) {
        return scores[index] - loadCosts[index] * (states[index].inFlight().get() - candidates[index].inFlight());
    }

    @Override
    public double share(int index) {
        return (cumulative[index] - (index == 0 ? 0 : cumulative[index - 1])) / cumulative[cumulative.length - 1];
    }

    /** Returns the first preferred node in good standing, or -1. */
    int preferred() {
        return preferred.length == 0 ? -1 : preferred[0];
    }

    /** Returns a pick within the operator cap, or -1 from an empty pool. */
    int pick(Picker picker) {
        if (candidates.length == 0) {
            return -1;
        }
        int canary = canary();
        if (canary >= 0) {
            return canary;
        }
        int picked = picker.pick(this);
        for (int i = 0; capped && i < REDRAWS && full(picked); i++) {
            picked = draw();
        }
        return capped && full(picked) ? otherOperator(picked) : picked;
    }

    /** Returns a node that has to prove itself, now and then and one request at a time, else -1. */
    private int canary() {
        if (canaries.length == 0 || canaries.length == candidates.length || draws.next() >= canaryShare()) {
            return -1;
        }
        int drawn = canaries[(int) (draws.next() * canaries.length)];
        return states[drawn].inFlight().get() == 0 ? drawn : -1;
    }

    double canaryShare() {
        return Math.min(SHARE_OF_CANARIES, SHARE_PER_CANARY * canaries.length);
    }

    /** Adds the chance of being taken as a canary to those of the picker. */
    void addCanaries(double[] probabilities) {
        if (canaries.length == 0 || canaries.length == candidates.length) {
            return;
        }
        double idle = 0;
        for (int canary : canaries) {
            idle += states[canary].inFlight().get() == 0 ? canaryShare() / canaries.length : 0;
        }
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] *= 1 - idle;
        }
        for (int canary : canaries) {
            probabilities[canary] += states[canary].inFlight().get() == 0 ? canaryShare() / canaries.length : 0;
        }
    }

    boolean full(int index) {
        return cap < 1 && operators[index].withOneMore() > cap;
    }

    boolean capped() {
        return capped;
    }

    /** Walks on from a random place, so that the cap holds even when all weight is on one operator. */
    private int otherOperator(int full) {
        int start = (int) (draws.next() * candidates.length);
        int best = full;
        for (int i = 0; i < candidates.length; i++) {
            int at = (start + i) % candidates.length;
            boolean other =
                    operators[at] != operators[full] && candidates[at].grade().weight() >= 0.5;
            if (other && (best == full || liveScore(at) > liveScore(best))) {
                best = at;
            }
        }
        return best;
    }
}
