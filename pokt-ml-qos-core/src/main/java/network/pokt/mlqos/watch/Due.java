package network.pokt.mlqos.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.watch.Errand.Need;
import network.pokt.mlqos.watch.WatchPolicy.Watched;

/**
 * Decides what is due next: a pure function of policy, state and moment. Immutable, thread-safe.
 *
 * <p>A pair of node and task is due if the node is present, the task's requirements are met, no errand of this pair is under way,
 * its schedule has passed, and it needs samples: it has none, fewer than the minimum, its {@link Allocation} says that more
 * would decide something, or a refresh is asked for. New nodes come first, then those with too few, then the most urgent
 * decision, then refreshes; equals in an order of chance that changes from look to look. Limits on samples under way hold, and
 * nobody is asked more items in an epoch than the task's maximum.
 */
public final class Due {

    private final WatchPolicy policy;
    private final List<ItemOrder> orders;

    /** Decides by this policy. */
    public Due(WatchPolicy policy) {
        this.policy = policy;
        this.orders = policy.tasks().stream()
                .map(watched -> new ItemOrder(
                        Mix.of(policy.seed(), watched.task().name()),
                        watched.task().size()))
                .toList();
    }

    /**
     * Returns what is due, the most pressing first.
     *
     * @param pairs every pair of node and task, those that cannot be asked now included: they count in comparisons
     * @param mostSamples how many samples may be asked at most, such as what an hour's budget leaves
     */
    public List<Errand> next(List<Pair> pairs, Moment now, long mostSamples) {
        Map<NodeId, Integer> underWay = new HashMap<>();
        long inAll = 0;
        for (Pair pair : pairs) {
            if (pair.underWay() > 0) {
                underWay.merge(pair.node(), pair.underWay(), Integer::sum);
                inAll += pair.underWay();
            }
        }
        long room = Math.min(mostSamples, policy.inAll() - inAll);
        List<Errand> errands = new ArrayList<>();
        PriorityQueue<Candidate> candidates = new PriorityQueue<>(Candidate.PRESSING);
        candidates.addAll(candidates(pairs, now));
        // Only as many are put in order as there is room for: that is few, however many are due.
        for (Candidate candidate; room > 0 && (candidate = candidates.poll()) != null; ) {
            Pair pair = candidate.pair();
            int atNode = underWay.getOrDefault(pair.node(), 0);
            int count = (int) Math.min(Math.min(candidate.wanted(), policy.perNode() - atNode), room);
            if (count > 0) {
                errands.add(errand(candidate, count, now));
                underWay.put(pair.node(), atNode + count);
                room -= count;
            }
        }
        return errands;
    }

    private List<Candidate> candidates(List<Pair> pairs, Moment now) {
        List<Candidate> candidates = new ArrayList<>();
        Map<Peers, List<Pair>> open = new HashMap<>();
        for (Pair pair : pairs) {
            if (mayBeAsked(pair, now)) {
                Watched watched = policy.tasks().get(pair.task());
                long known = pair.accuracy().n();
                int minimum = watched.policy().minimum();
                if (known < minimum) {
                    candidates.add(candidate(pair, known == 0 ? Need.NEW : Need.TOO_FEW, 0, minimum - known, now));
                } else if (known < watched.policy().maximum()) {
                    open.computeIfAbsent(new Peers(pair.peers(), pair.task()), key -> new ArrayList<>());
                } else if (watched.policy().refresh() > 0) {
                    candidates.add(
                            candidate(pair, Need.REFRESH, 0, watched.policy().refresh(), now));
                }
            }
        }
        if (!open.isEmpty()) {
            addDeciding(candidates, open, pairs, now);
        }
        return candidates;
    }

    private boolean mayBeAsked(Pair pair, Moment now) {
        if (!pair.present() || !pair.ready() || pair.underWay() > 0) {
            return false;
        }
        Watched watched = policy.tasks().get(pair.task());
        if (pair.asked() >= watched.itemsPerEpoch()) {
            return false;
        }
        Moment last = pair.last();
        return last == null
                || watched.policy()
                        .schedule()
                        .passed(last, now, Mix.share(chance(pair, last.time().toEpochMilli())));
    }

    /** Lets the allocation choose among all peers of the nodes that have the minimum and not yet the maximum. */
    private void addDeciding(List<Candidate> candidates, Map<Peers, List<Pair>> open, List<Pair> pairs, Moment now) {
        for (Pair pair : pairs) {
            List<Pair> peers = open.get(new Peers(pair.peers(), pair.task()));
            if (peers != null && pair.accuracy().n() > 0) {
                peers.add(pair);
            }
        }
        open.forEach((key, peers) -> {
            TaskPolicy task = policy.tasks().get(key.task()).policy();
            Estimate[] accuracies = peers.stream().map(Pair::accuracy).toArray(Estimate[]::new);
            double[] urgencies = task.allocation().urgencies(accuracies);
            for (int i = 0; i < peers.size(); i++) {
                Pair pair = peers.get(i);
                long known = pair.accuracy().n();
                if (known < task.minimum() || known >= task.maximum() || !mayBeAsked(pair, now)) {
                    continue;
                }
                if (urgencies[i] > 0) {
                    candidates.add(candidate(pair, Need.DECIDES, urgencies[i], task.maximum() - known, now));
                } else if (task.refresh() > 0) {
                    candidates.add(candidate(pair, Need.REFRESH, 0, task.refresh(), now));
                }
            }
        });
    }

    private Candidate candidate(Pair pair, Need need, double urgency, long wanted, Moment now) {
        Watched watched = policy.tasks().get(pair.task());
        int left = watched.itemsPerEpoch() - pair.asked();
        int count = (int) Math.min(wanted, Math.min(watched.policy().batch(), left));
        return new Candidate(pair, need, urgency, count, chance(pair, now.time().toEpochMilli()));
    }

    private long chance(Pair pair, long at) {
        return Mix.of(Mix.of(policy.seed(), pair.node().hashCode()), at * 1031 + pair.task());
    }

    private Errand errand(Candidate candidate, int count, Moment now) {
        Pair pair = candidate.pair();
        Watched watched = policy.tasks().get(pair.task());
        long first = policy.epochOf(now) * watched.itemsPerEpoch() + pair.asked();
        ItemOrder order = orders.get(pair.task());
        List<Integer> items =
                IntStream.range(0, count).mapToObj(i -> order.item(first + i)).toList();
        return new Errand(pair.node(), watched.task().name(), items, candidate.need());
    }

    private record Peers(String name, int task) {}

    private record Candidate(Pair pair, Need need, double urgency, int wanted, long chance) {

        static final Comparator<Candidate> PRESSING = Comparator.comparing(Candidate::need)
                .thenComparing(Comparator.comparingDouble(Candidate::urgency).reversed())
                .thenComparingLong(Candidate::chance);
    }
}
