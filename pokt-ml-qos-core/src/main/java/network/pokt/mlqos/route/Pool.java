package network.pokt.mlqos.route;

import java.util.List;

/**
 * The candidates for one kind of request as of one moment, with their weights. Immutable but for the load, which is that of the
 * moment of each look; decisions make no garbage.
 */
final class Pool implements Picker.View {

    /** How many are drawn for an operator's pick that its cap forbids. */
    private static final int REDRAWS = 8;

    private static final long NANOS_PER_MILLI = 1_000_000;

    final Candidate[] candidates;
    final NodeState[] states;
    final OperatorShare[] operators;
    final List<Refusal> refused;
    final RequestSize size;
    final boolean failedOpen;
    /** How long until the first of the nodes that asked to be left alone may be asked again, 0 if there is none. */
    final long earliestNanos;

    final long builtAt;
    final long epoch;
    private final double[] scores;
    private final WeightedDraw weights;
    private final int[] preferred;
    final Canaries canaries;
    private final Draws draws;
    private final RouterConfig config;
    private final boolean capped;
    /** The time of a recent pick; threads overwrite each other's, which are moments apart. */
    private long millis;

    Pool(PoolBuilder b) {
        candidates = b.candidates.toArray(new Candidate[0]);
        states = b.states.toArray(new NodeState[0]);
        operators = b.operators.toArray(new OperatorShare[0]);
        scores = b.scores;
        weights = new WeightedDraw(b.weights);
        preferred = b.preferred;
        canaries = new Canaries(b.canaries, states);
        refused = List.copyOf(b.refused);
        size = b.size;
        failedOpen = b.failedOpen;
        earliestNanos = b.earliestNanos;
        draws = b.draws;
        config = b.config;
        capped = b.severalOperators && config.operatorCap < 1;
        builtAt = b.builtAt;
        epoch = b.epoch;
        millis = builtAt / NANOS_PER_MILLI;
    }

    @Override
    public int size() {
        return candidates.length;
    }

    @Override
    public int draw() {
        return weights.at(draws.next());
    }

    @Override
    public double share(int index) {
        return weights.share(index);
    }

    @Override
    public double liveScore(int index) {
        return scores[index] - loadCost(index);
    }

    /** Returns by how much the load of the moment makes a score fall. */
    double loadCost(int index) {
        Load load = states[index].load();
        int inFlight = load.inFlight();
        return inFlight == 0
                ? config.policy.loadCost(candidates[index], size, 0, 0)
                : config.policy.loadCost(candidates[index], size, delay(index, load, inFlight), inFlight);
    }

    private double delay(int index, Load load, int inFlight) {
        return candidates[index].delay(inFlight, load.thousandsAhead(), load.waitedSeconds(millis));
    }

    /** Returns the load that a relay would meet at a candidate. */
    Met met(int index) {
        Load load = states[index].load();
        return new Met(load.inFlight(), load.thousandsAhead(), delay(index, load, load.inFlight()));
    }

    /** Returns the expected seconds to the first token at a candidate at this moment. */
    double firstToken(int index) {
        Load load = states[index].load();
        return candidates[index].idleFirstToken(size) + delay(index, load, load.inFlight());
    }

    /** Takes note of the time, for what has been waited for. */
    void lookAt(long nanos) {
        millis = nanos / NANOS_PER_MILLI;
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
        int canary = canaries.draw(draws);
        if (canary >= 0) {
            return canary;
        }
        int picked = picker.pick(this);
        return capped && full(picked) ? elsewhere(operators[picked]) : picked;
    }

    /** Returns whether one more relay would bring the candidate's operator above its cap. */
    boolean full(int index) {
        return operators[index].withOneMore() > config.operatorCap;
    }

    boolean capped() {
        return capped;
    }

    /** Returns the best of a few that are drawn, operators at their cap left aside; of all if only those were drawn. */
    private int elsewhere(OperatorShare full) {
        int best = -1;
        for (int i = 0; i < REDRAWS; i++) {
            int drawn = draw();
            if (operators[drawn] != full && (best < 0 || liveScore(drawn) > liveScore(best))) {
                best = drawn;
            }
        }
        return best >= 0 ? best : bestElsewhere(full);
    }

    private int bestElsewhere(OperatorShare full) {
        int best = -1;
        for (int i = 0; i < candidates.length; i++) {
            boolean open = operators[i] != full && candidates[i].grade().weight() >= Grade.REDUCED.weight();
            if (open && (best < 0 || liveScore(i) > liveScore(best))) {
                best = i;
            }
        }
        return best >= 0 ? best : draw();
    }

    /** Returns the probability of each candidate to be picked at this moment: by the picker, within the cap, and as a canary. */
    double[] probabilities(Picker picker) {
        Moment moment = new Moment(this);
        double[] p = new double[candidates.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = picker.probability(moment, i);
        }
        for (int i = 0; capped && i < p.length; i++) {
            if (p[i] > 0 && full(i)) {
                moveElsewhere(p, operators[i], moment);
            }
        }
        canaries.addTo(p);
        return p;
    }

    /** Gives what falls on a full operator to where {@link #elsewhere} finds others. */
    private void moveElsewhere(double[] p, OperatorShare full, Moment moment) {
        double blocked = 0;
        double aside = 0;
        for (int i = 0; i < p.length; i++) {
            if (operators[i] == full) {
                blocked += p[i];
                aside += share(i);
                p[i] = 0;
                moment.setAside(i);
            }
        }
        Picker redraw = Picker.bestOf(REDRAWS);
        for (int i = 0; i < p.length; i++) {
            p[i] += operators[i] == full ? 0 : blocked * redraw.probability(moment, i);
        }
        p[bestElsewhere(full)] += blocked * Math.pow(aside, REDRAWS);
    }
}
