package network.pokt.mlqos.route.sim;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import network.pokt.mlqos.route.RequestSize;
import network.pokt.mlqos.route.Worth;

/** Rules that know what no gateway can know. */
final class Oracles {

    /** The share of a node's capacity that a fixed split gives it before it turns to the next best. */
    private static final double FILL = 0.75;

    private Oracles() {}

    /**
     * A fixed split by what the nodes are made of: each gets three quarters of what it can bear, the best first, until the load is
     * placed. Knows neither faults nor queues.
     */
    static Rule bestStatic(Worth worth, Trace trace, double rate, SplittableRandom random) {
        Map<SimNode, Double> share = new HashMap<>();
        return (nodes, ask) -> {
            if (!share.keySet().containsAll(nodes)) {
                share.clear();
                split(nodes, worth, trace, rate, share);
            }
            double at =
                    random.nextDouble() * nodes.stream().mapToDouble(share::get).sum();
            for (SimNode node : nodes) {
                at -= share.get(node);
                if (at <= 0) {
                    return node;
                }
            }
            return nodes.get(nodes.size() - 1);
        };
    }

    private static void split(List<SimNode> nodes, Worth worth, Trace trace, double rate, Map<SimNode, Double> share) {
        double capacity = nodes.stream().mapToDouble(n -> capacity(n, trace)).sum();
        double fill = Math.max(FILL, rate / capacity);
        double left = rate;
        List<SimNode> bestFirst = nodes.stream()
                .sorted(Comparator.comparingDouble(node -> -idle(worth, node)))
                .toList();
        for (SimNode node : bestFirst) {
            double given = Math.min(left, fill * capacity(node, trace));
            // Whoever is left over still takes what others failed at.
            share.put(node, Math.max(1e-9, given));
            left -= given;
        }
    }

    private static double capacity(SimNode node, Trace trace) {
        return node.make.requestsPerSecond(trace.meanPrompt(), trace.meanOutput());
    }

    private static double idle(Worth worth, SimNode node) {
        RequestSize size = RequestSize.USUAL;
        double first = node.make.network() + size.promptTokens() / node.make.promptTokensPerSecond();
        double rest = size.completionTokens() * node.make.perToken();
        return utility(worth, node, node.make.accuracy(), size.promptTokens(), size.completionTokens(), new double[] {
            first, rest
        });
    }

    /** Knows everything that is the case now: faults, queues, accuracy, the length of the answer. It does not know the future. */
    static Rule clairvoyant(Worth worth) {
        return (nodes, ask) -> Rules.least(nodes, node -> {
            double fails = Math.max(
                    Math.max(node.fault(Fault.Kind.DOWN, 0), node.fault(Fault.Kind.SILENT, 0)),
                    Math.max(
                            node.fault(Fault.Kind.ERRORS, 0),
                            Math.max(node.fault(Fault.Kind.CUT, 0), node.fault(Fault.Kind.LIMITED, 0))));
            double served = utility(
                    worth,
                    node,
                    node.accuracy(),
                    ask.arrival().prompt(),
                    ask.arrival().output() * node.fault(Fault.Kind.PADDED, 1),
                    node.truth(ask.arrival().prompt(), ask.arrival().output()));
            return -(1 - fails) * served + fails * worth.failure() + (fails > 0 ? fails * 0.01 : 0);
        });
    }

    private static double utility(
            Worth worth, SimNode node, double accuracy, double prompt, double billed, double[] seconds) {
        return worth.rightAnswer() * accuracy
                - node.make.pricePerMillion() / 1e6 * (prompt + 3 * billed)
                - worth.secondToFirstToken() * seconds[0]
                - worth.secondOfWriting() * seconds[1];
    }
}
