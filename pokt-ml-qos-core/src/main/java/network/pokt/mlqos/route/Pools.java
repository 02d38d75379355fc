package network.pokt.mlqos.route;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The prepared pools, one for each kind of request, renewed when they are old or a node was benched. Thread-safe. */
final class Pools {

    private static final int MOST_NEEDS = 1_000;

    private final RouterConfig config;
    private final Nodes nodes;
    private final Draws draws;
    private final Map<RouteNeeds, AtomicReferenceArray<@Nullable Pool>> kept = new ConcurrentHashMap<>();

    Pools(RouterConfig config, Nodes nodes, Draws draws) {
        this.config = config;
        this.nodes = nodes;
        this.draws = draws;
    }

    /** Returns a recent pool for requests of this kind. */
    Pool of(RouteNeeds needs, RequestSize size) {
        long now = config.time.nanos();
        AtomicReferenceArray<@Nullable Pool> bySize = kept.get(needs);
        if (bySize == null) {
            if (kept.size() >= MOST_NEEDS) {
                kept.clear();
            }
            bySize = kept.computeIfAbsent(needs, unknown -> new AtomicReferenceArray<>(RequestSize.classes()));
        }
        int sizeClass = size.sizeClass();
        Pool pool = bySize.get(sizeClass);
        if (pool == null || now - pool.builtAt >= config.refreshNanos || pool.epoch != nodes.epoch.get()) {
            pool = fresh(needs, size);
            bySize.set(sizeClass, pool);
        } else {
            pool.lookAt(now);
        }
        return pool;
    }

    Pool fresh(RouteNeeds needs, RequestSize size) {
        return without(needs, size, state -> false);
    }

    /** Returns the nodes of operators that were not tried yet, or if there are none any other node. */
    Pool untried(RouteNeeds needs, RequestSize size, List<NodeState> tried) {
        List<String> operators = tried.stream().map(NodeState::operator).toList();
        Pool others = without(needs, size, state -> tried.contains(state) || operators.contains(state.operator()));
        return others.size() > 0 && !others.failedOpen ? others : without(needs, size, tried::contains);
    }

    private Pool without(RouteNeeds needs, RequestSize size, Predicate<NodeState> excluded) {
        long now = config.time.nanos();
        List<NodeState> current = nodes.current(now);
        return new PoolBuilder(config, needs, size, draws, now, nodes.epoch.get())
                .build(current, nodes::operator, excluded);
    }
}
