package network.pokt.mlqos.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.profile.NodeProfile;
import org.jspecify.annotations.Nullable;

/** Filters, scores and weighs the nodes for one kind of request. Used once. */
final class PoolBuilder {

    private static final double LEAST_WEIGHT = 1e-300;
    private static final String EXCLUDED = "It was tried before.";

    final RouterConfig config;
    final RouteNeeds needs;
    final RequestSize size;
    final Draws draws;
    final long builtAt;
    final long epoch;
    final List<Candidate> candidates = new ArrayList<>();
    final List<NodeState> states = new ArrayList<>();
    final List<OperatorShare> operators = new ArrayList<>();
    final List<Refusal> refused = new ArrayList<>();
    double[] scores = {};
    double[] weights = {};
    int[] preferred = {};
    int[] canaries = {};
    boolean failedOpen;
    boolean severalOperators;
    long earliestNanos;

    private final List<NodeState> benchedStates = new ArrayList<>();
    private final List<Candidate> benchedCandidates = new ArrayList<>();

    PoolBuilder(RouterConfig config, RouteNeeds needs, RequestSize size, Draws draws, long builtAt, long epoch) {
        this.config = config;
        this.needs = needs;
        this.size = size;
        this.draws = draws;
        this.builtAt = builtAt;
        this.epoch = epoch;
    }

    Pool build(List<NodeState> nodes, Function<String, OperatorShare> shares, Predicate<NodeState> excluded) {
        List<@Nullable NodeProfile> profiles = new ArrayList<>(nodes.size());
        for (NodeState state : nodes) {
            profiles.add(config.profiles.of(state.node().id()).orElse(null));
        }
        AccuracyBook accuracies = new AccuracyBook(needs, profiles);
        for (int i = 0; i < nodes.size(); i++) {
            NodeState state = nodes.get(i);
            NodeProfile profile = profiles.get(i);
            Candidate.Traffic traffic = new Candidate.Traffic();
            state.describe(traffic, builtAt);
            add(
                    state,
                    new Candidate(
                            state.node(),
                            state.operator(),
                            config.facts.apply(state.node()),
                            profile,
                            traffic,
                            accuracies.of(i)),
                    excluded);
        }
        failOpen();
        weigh(config.policy, shares);
        prefer();
        return new Pool(this);
    }

    private void add(NodeState state, Candidate candidate, Predicate<NodeState> excluded) {
        String reason = excluded.test(state) ? EXCLUDED : NeedsFilter.refuse(candidate, needs, size);
        for (int i = 0; reason == null && i < config.filters.size(); i++) {
            reason = config.filters.get(i).refuse(candidate, needs).orElse(null);
        }
        long pause = reason == null ? state.pausedFor(builtAt) : 0;
        if (pause > 0) {
            earliestNanos = earliestNanos == 0 ? pause : Math.min(earliestNanos, pause);
            reason = "It asked to be left alone for " + pause / 1_000_000 + " ms more.";
        } else if (reason == null && candidate.grade() == Grade.BENCHED) {
            benchedStates.add(state);
            benchedCandidates.add(candidate);
            return;
        }
        if (reason != null) {
            refused.add(new Refusal(candidate.node(), reason));
        } else {
            states.add(state);
            candidates.add(candidate);
        }
    }

    /** If only benched nodes are left, they are better than nothing. */
    private void failOpen() {
        failedOpen = candidates.isEmpty() && !benchedCandidates.isEmpty();
        if (failedOpen) {
            states.addAll(benchedStates);
            candidates.addAll(benchedCandidates);
        } else {
            benchedCandidates.forEach(c -> refused.add(new Refusal(c.node(), "It is benched.")));
        }
    }

    private void weigh(RoutingPolicy policy, Function<String, OperatorShare> shares) {
        int n = candidates.size();
        scores = new double[n];
        weights = new double[n];
        double best = Double.NEGATIVE_INFINITY;
        Set<String> reliable = new HashSet<>();
        for (int i = 0; i < n; i++) {
            Candidate candidate = candidates.get(i);
            scores[i] = policy.score(candidate, size);
            if (candidate.grade().weight() >= Grade.REDUCED.weight() || failedOpen) {
                best = Math.max(best, scores[i]);
                reliable.add(candidate.operator());
            }
            operators.add(shares.apply(candidate.operator()));
        }
        severalOperators = reliable.size() > 1;
        canaries = IntStream.range(0, n)
                .filter(i -> candidates.get(i).grade() == Grade.CANARY)
                .toArray();
        for (int i = 0; i < n; i++) {
            Candidate candidate = candidates.get(i);
            double standing = failedOpen ? 1 : candidate.grade().weight() * candidate.ramp();
            double weight = Math.min(1, policy.weight(scores[i], best == Double.NEGATIVE_INFINITY ? scores[i] : best));
            weights[i] = Math.max(LEAST_WEIGHT, standing * weight);
        }
    }

    private void prefer() {
        for (NodeId wanted : needs.preferences()) {
            for (int i = 0; i < candidates.size(); i++) {
                Candidate candidate = candidates.get(i);
                if (candidate.node().id().equals(wanted)
                        && candidate.grade().weight() >= Grade.REDUCED.weight()
                        && !failedOpen) {
                    preferred = new int[] {i};
                    return;
                }
            }
        }
    }
}
