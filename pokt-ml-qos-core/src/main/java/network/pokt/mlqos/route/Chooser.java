package network.pokt.mlqos.route;

import java.util.List;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.route.Decision.How;
import org.jspecify.annotations.Nullable;

/** Chooses: a preferred node, else the one that saw the prefix, else one to explore, else the picker's. Thread-safe. */
final class Chooser {

    private static final double PURSE_REQUESTS = 1_000;
    /** In a larger pool so many neighbours of a random place, to keep the cost of exploring bounded. */
    private static final int MOST_EXPLORED = 32;

    private final RouterConfig config;
    private final Pools pools;
    private final Draws draws;
    private final Feedback feedback;
    private final Stickiness stickiness = new Stickiness();
    private final Allowance exploring;

    Chooser(RouterConfig config, Pools pools, Draws draws, Feedback feedback) {
        this.config = config;
        this.pools = pools;
        this.draws = draws;
        this.feedback = feedback;
        double allowance = config.exploration.allowance();
        this.exploring = new Allowance(allowance, allowance * PURSE_REQUESTS, allowance * PURSE_REQUESTS / 10);
    }

    /** Returns a candidate's place in a pool without exploring, -1 if there is none. */
    int index(Pool pool) {
        return pool.preferred() >= 0 ? pool.preferred() : pool.pick(config.picker);
    }

    /** Chooses a node and counts a relay to it as under way; null if none will do. */
    @Nullable
    Lease lease(RouteNeeds needs, RequestSize size, @Nullable String prefix, List<NodeState> tried) {
        Pool pool = tried.isEmpty() ? pools.of(needs, size) : pools.untried(needs, size, tried);
        Choice choice = choice(pool, prefix);
        int index = choice.index();
        if (index < 0) {
            return null;
        }
        Decision decision = config.listener.wantsDecisions()
                ? Explanations.of(pool, index, choice.how(), config, config.time.now())
                : null;
        NodeState state = pool.states[index];
        Met met = pool.met(index);
        pool.operators[index].picked();
        state.load().begin();
        if (prefix != null) {
            stickiness.stick(prefix, state.node().id());
        }
        return new Lease(feedback, state, size, met, decision);
    }

    private Choice choice(Pool pool, @Nullable String prefix) {
        if (pool.preferred() >= 0) {
            return new Choice(pool.preferred(), How.PREFERRED);
        }
        int sticky = prefix == null ? -1 : sticky(pool, prefix);
        if (sticky >= 0) {
            return new Choice(sticky, How.STICKY);
        }
        exploring.request();
        if (pool.size() > 1 && !pool.failedOpen && draws.next() < config.exploration.share()) {
            int explored = explore(pool);
            if (explored >= 0) {
                return new Choice(explored, How.EXPLORED);
            }
        }
        int picked = pool.pick(config.picker);
        return new Choice(picked, picked < 0 ? How.NONE : pool.failedOpen ? How.FAILED_OPEN : How.PICKED);
    }

    private int sticky(Pool pool, String prefix) {
        NodeId last = stickiness.of(prefix);
        double quickest = Double.POSITIVE_INFINITY;
        int found = -1;
        for (int i = 0; last != null && i < pool.size(); i++) {
            if (inGoodStanding(pool, i)) {
                quickest = Math.min(quickest, pool.firstToken(i));
                found = pool.candidates[i].node().id().equals(last) ? i : found;
            }
        }
        return found >= 0 && pool.firstToken(found) - quickest <= config.breakAwayNanos / 1e9 ? found : -1;
    }

    /** Returns the node that is best by a draw from what is believed, if the allowance bears what it is expected to lose. */
    private int explore(Pool pool) {
        int best = -1;
        double most = Double.NEGATIVE_INFINITY;
        double expected = Double.NEGATIVE_INFINITY;
        int from = (int) (draws.next() * pool.size());
        for (int k = 0; k < Math.min(MOST_EXPLORED, pool.size()); k++) {
            int i = (from + k) % pool.size();
            if (inGoodStanding(pool, i) && !(pool.capped() && pool.full(i))) {
                expected = Math.max(expected, pool.liveScore(i));
                double idle = config.policy.score(Thompson.draw(pool.candidates[i], draws), pool.size);
                double drawn = idle - pool.loadCost(i);
                if (drawn > most) {
                    most = drawn;
                    best = i;
                }
            }
        }
        return best >= 0 && exploring.take(expected - pool.liveScore(best)) ? best : -1;
    }

    private static boolean inGoodStanding(Pool pool, int index) {
        return pool.candidates[index].grade().weight() >= Grade.REDUCED.weight();
    }
}
