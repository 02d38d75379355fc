package network.pokt.mlqos.route.sim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import network.pokt.mlqos.transport.FaultCause;

/** Our ports of published rules, reduced to what matters for language models. They are models of those rules, not those systems. */
final class Rules {

    private Rules() {}

    static Rule roundRobin() {
        return new Rule() {
            private int next;

            @Override
            public SimNode pick(List<SimNode> nodes, SimAsk ask) {
                return nodes.get(Math.floorMod(next++, nodes.size()));
            }
        };
    }

    static Rule random(SplittableRandom random) {
        return (nodes, ask) -> nodes.get(random.nextInt(nodes.size()));
    }

    static Rule leastInFlight(SplittableRandom random) {
        return new InFlight() {
            @Override
            public SimNode pick(List<SimNode> nodes, SimAsk ask) {
                return least(nodes, node -> inFlight(node) + random.nextDouble() * 0.5);
            }
        };
    }

    /** Power of two choices by peak EWMA of the response time times what is pending plus one, as in Finagle; tau 10 s. */
    static Rule peakEwma(SplittableRandom random) {
        return new InFlight() {
            private final Map<SimNode, double[]> costs = new HashMap<>();

            @Override
            public SimNode pick(List<SimNode> nodes, SimAsk ask) {
                SimNode a = nodes.get(random.nextInt(nodes.size()));
                SimNode b = nodes.get(random.nextInt(nodes.size()));
                return load(b) < load(a) ? b : a;
            }

            private double load(SimNode node) {
                double[] cost = costs.get(node);
                if (cost == null) {
                    return inFlight(node) == 0 ? 0 : 1e9 + inFlight(node);
                }
                double aged = cost[0] * Math.exp(-(node.now() - cost[1]) / 10);
                return aged * (inFlight(node) + 1);
            }

            private void sample(SimNode node, double seconds) {
                double[] cost = costs.computeIfAbsent(node, n -> new double[] {seconds, n.now()});
                double keep = Math.exp(-(node.now() - cost[1]) / 10);
                cost[0] = seconds > cost[0] ? seconds : cost[0] * keep + seconds * (1 - keep);
                cost[1] = node.now();
            }

            @Override
            public void answered(SimNode node, double first, double total, long output) {
                super.answered(node, first, total, output);
                sample(node, total);
            }

            @Override
            public void failed(SimNode node, FaultCause cause, double took) {
                super.failed(node, cause, took);
                sample(node, took);
            }
        };
    }

    /**
     * PATH's reputation: additive score with the shipped gains, the best non-empty tier, uniform within it; strikes cool down.
     * The LLM latency profile halves no gain below 30 s, so answers here get the full one.
     */
    static Rule pathTiers(SplittableRandom random) {
        return new Rule() {
            private final Map<SimNode, double[]> scores = new HashMap<>();

            private double[] of(SimNode node) {
                return scores.computeIfAbsent(node, n -> new double[] {80, 0, -1});
            }

            @Override
            public SimNode pick(List<SimNode> nodes, SimAsk ask) {
                for (double tier : new double[] {70, 50, 30}) {
                    List<SimNode> in = nodes.stream()
                            .filter(n -> of(n)[0] >= tier && of(n)[2] <= n.now())
                            .toList();
                    if (!in.isEmpty()) {
                        return in.get(random.nextInt(in.size()));
                    }
                }
                return least(nodes, n -> -of(n)[0]);
            }

            @Override
            public void answered(SimNode node, double first, double total, long output) {
                double[] score = of(node);
                score[0] = Math.min(100, score[0] + (total < 2 ? 1.5 : 1));
                score[1] = Math.max(0, score[1] - 3);
            }

            @Override
            public void failed(SimNode node, FaultCause cause, double took) {
                double[] score = of(node);
                boolean critical = cause == FaultCause.SERVER_ERROR;
                double penalty = critical ? 25 : cause == FaultCause.RATE_LIMITED ? 3 : 10;
                score[0] = Math.max(0, score[0] - penalty);
                if (critical && ++score[1] >= 5) {
                    score[1] = 0;
                    score[2] = node.now() + 300;
                }
            }
        };
    }

    /** LiteLLM's lowest latency: seconds per token of the window, unused first; a timeout counts 1,000 s. */
    static Rule liteLlm(SplittableRandom random, boolean mended) {
        return new Rule() {
            private final Map<SimNode, List<Double>> windows = new HashMap<>();

            @Override
            public SimNode pick(List<SimNode> nodes, SimAsk ask) {
                return least(
                        nodes,
                        n -> windows.getOrDefault(n, List.of()).stream()
                                        .mapToDouble(Double::doubleValue)
                                        .average()
                                        .orElse(0)
                                + 1e-9 * random.nextDouble());
            }

            private void add(SimNode node, double value) {
                List<Double> window = windows.computeIfAbsent(node, n -> new ArrayList<>());
                if (window.size() >= 10) {
                    window.remove(mended ? 0 : 9);
                }
                window.add(value);
            }

            @Override
            public void answered(SimNode node, double first, double total, long output) {
                add(node, total / output);
            }

            @Override
            public void failed(SimNode node, FaultCause cause, double took) {
                if (cause == FaultCause.FIRST_BYTE_TIMEOUT || cause == FaultCause.TOTAL_TIMEOUT) {
                    add(node, 1000);
                }
            }
        };
    }

    /** OpenRouter's documented default: those with an outage in the last 30 s last, the rest by the inverse square of price. */
    static Rule openRouter(SplittableRandom random) {
        return new Rule() {
            private final Map<SimNode, Double> outage = new HashMap<>();

            @Override
            public SimNode pick(List<SimNode> nodes, SimAsk ask) {
                List<SimNode> stable = nodes.stream()
                        .filter(n -> n.now() - outage.getOrDefault(n, -1e9) > 30)
                        .toList();
                List<SimNode> from = stable.isEmpty() ? nodes : stable;
                double sum = from.stream().mapToDouble(Rules::inverseSquare).sum();
                double at = random.nextDouble() * sum;
                for (SimNode node : from) {
                    at -= inverseSquare(node);
                    if (at <= 0) {
                        return node;
                    }
                }
                return from.get(from.size() - 1);
            }

            @Override
            public void failed(SimNode node, FaultCause cause, double took) {
                outage.put(node, node.now());
            }
        };
    }

    private static double inverseSquare(SimNode node) {
        return 1 / (node.make.pricePerMillion() * node.make.pricePerMillion());
    }

    static SimNode least(List<SimNode> nodes, ToDoubleFunction<SimNode> cost) {
        return nodes.stream().min(Comparator.comparingDouble(cost)).orElseThrow();
    }

    /** A rule that knows what it has under way. */
    abstract static class InFlight implements Rule {

        private final Map<SimNode, Integer> counts = new HashMap<>();

        int inFlight(SimNode node) {
            return counts.getOrDefault(node, 0);
        }

        @Override
        public void sent(SimNode node) {
            counts.merge(node, 1, Integer::sum);
        }

        @Override
        public void answered(SimNode node, double first, double total, long output) {
            counts.merge(node, -1, Integer::sum);
        }

        @Override
        public void failed(SimNode node, FaultCause cause, double took) {
            counts.merge(node, -1, Integer::sum);
        }
    }
}
