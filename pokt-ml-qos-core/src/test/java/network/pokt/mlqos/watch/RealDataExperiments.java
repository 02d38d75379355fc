package network.pokt.mlqos.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import network.pokt.mlqos.evaluation.NumbersTask;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.stats.Interval;
import network.pokt.mlqos.stats.PairedDifference;

/**
 * What shared items and allocation are worth, on the verdicts of real models. Simulations in as far as the verdicts
 * are drawn again and again; everything that is asked of them is the library's. The figures of docs/profiles.md.
 */
final class RealDataExperiments {

    private RealDataExperiments() {}

    /** How often the order of models comes out right, when they are asked the same items and when each is asked its own. */
    record Order(double same, double own) {

        static Order of(List<RealVerdicts> bestFirst, int n, int rounds) {
            int same = 0;
            int own = 0;
            for (int round = 0; round < rounds; round++) {
                double[] shared = new double[bestFirst.size()];
                double[] alone = new double[bestFirst.size()];
                for (int model = 0; model < shared.length; model++) {
                    shared[model] = right(bestFirst.get(model), Mix.of(5, round), n);
                    alone[model] = right(bestFirst.get(model), Mix.of(Mix.of(7, round), model), n);
                }
                same += falls(shared) ? 1 : 0;
                own += falls(alone) ? 1 : 0;
            }
            return new Order((double) same / rounds, (double) own / rounds);
        }

        private static boolean falls(double[] scores) {
            for (int i = 1; i < scores.length; i++) {
                if (scores[i] >= scores[i - 1]) {
                    return false;
                }
            }
            return true;
        }
    }

    private static int right(RealVerdicts model, long seed, int n) {
        ItemOrder order = new ItemOrder(seed, model.size());
        int right = 0;
        for (int place = 0; place < n; place++) {
            right += model.right(order.item(place)) ? 1 : 0;
        }
        return right;
    }

    /** How often a paired 95 % interval of two models on the same items says which is better, rightly and wrongly. */
    record Verdict(double rightly, double wrongly) {

        static Verdict of(RealVerdicts better, RealVerdicts worse, int n, int rounds) {
            int rightly = 0;
            int wrongly = 0;
            for (int round = 0; round < rounds; round++) {
                ItemOrder order = new ItemOrder(Mix.of(11, round), better.size());
                PairedDifference difference = new PairedDifference();
                for (int place = 0; place < n; place++) {
                    int item = order.item(place);
                    difference.add(better.right(item) ? 1 : 0, worse.right(item) ? 1 : 0);
                }
                Interval interval = difference.estimate().interval();
                rightly += interval.lower() > 0 ? 1 : 0;
                wrongly += interval.upper() < 0 ? 1 : 0;
            }
            return new Verdict((double) rightly / rounds, (double) wrongly / rounds);
        }
    }

    /**
     * What it took until nothing more was due, and what came out wrong.
     *
     * @param samples asked of all nodes
     * @param wrong decisions that came out wrong: places above or below a threshold, or neighbours in the wrong order
     */
    record Outcome(long samples, double wrong) {}

    /** Lets {@link Due} allocate samples among nodes with these true accuracies until nothing is due. */
    static long[][] allocate(double[] truths, int minimum, int maximum, Allocation allocation, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        WatchPolicy policy = WatchPolicy.builder(seed)
                .task(
                        NumbersTask.of(1_000_000),
                        TaskPolicy.builder()
                                .samples(minimum, maximum)
                                .batch(5)
                                .allocation(allocation)
                                .build())
                .inFlight(5, 5 * truths.length)
                .build();
        Due due = new Due(policy);
        long[] asked = new long[truths.length];
        long[] right = new long[truths.length];
        for (int look = 0; ; look++) {
            List<Pair> pairs = new ArrayList<>();
            for (int node = 0; node < truths.length; node++) {
                pairs.add(new Pair(
                        new NodeId(Integer.toString(node), "llm"),
                        0,
                        "llm",
                        true,
                        true,
                        asked[node] == 0 ? Estimate.none() : Estimate.ofProportion(right[node], asked[node]),
                        0,
                        null,
                        (int) asked[node]));
            }
            List<Errand> errands = due.next(pairs, Moment.at(Instant.ofEpochSecond(look)), Long.MAX_VALUE);
            if (errands.isEmpty()) {
                return new long[][] {asked, right};
            }
            for (Errand errand : errands) {
                int node = Integer.parseInt(errand.node().supplier());
                for (int i = 0; i < errand.items().size(); i++) {
                    asked[node]++;
                    right[node] += random.nextDouble() < truths[node] ? 1 : 0;
                }
            }
        }
    }

    /** The mean outcome over rounds of deciding for each node whether it is above the threshold. */
    static Outcome threshold(double[] truths, double threshold, int maximum, Allocation allocation, int rounds) {
        long samples = 0;
        long wrong = 0;
        for (int round = 0; round < rounds; round++) {
            long[][] result = allocate(truths, Math.min(20, maximum), maximum, allocation, round);
            for (int node = 0; node < truths.length; node++) {
                samples += result[0][node];
                wrong += (result[1][node] >= threshold * result[0][node]) != (truths[node] >= threshold) ? 1 : 0;
            }
        }
        return new Outcome(samples / rounds, (double) wrong / rounds);
    }

    /** The mean outcome over rounds of ranking the nodes, counting neighbours by truth that come out in the wrong order. */
    static Outcome ranks(double[] falling, int maximum, Allocation allocation, int rounds) {
        long samples = 0;
        long wrong = 0;
        for (int round = 0; round < rounds; round++) {
            long[][] result = allocate(falling, Math.min(20, maximum), maximum, allocation, round);
            for (int node = 0; node < falling.length; node++) {
                samples += result[0][node];
                wrong += node > 0 && mean(result, node) >= mean(result, node - 1) ? 1 : 0;
            }
        }
        return new Outcome(samples / rounds, (double) wrong / rounds);
    }

    private static double mean(long[][] result, int node) {
        return (double) result[1][node] / result[0][node];
    }

    /** Prints all tables. */
    public static void main(String[] arguments) {
        List<RealVerdicts> gsm8k = RealVerdicts.gsm8k();
        List<RealVerdicts> hellaswag = RealVerdicts.hellaswag();
        printOrder("HellaSwag, 3 models", hellaswag);
        printOrder("GSM8K, 3 models", List.of(gsm8k.get(0), gsm8k.get(1), gsm8k.get(3)));
        printOrder("GSM8K, 4 models", gsm8k);
        for (int n : new int[] {25, 50, 100, 200, 400}) {
            Verdict clear = Verdict.of(gsm8k.get(0), gsm8k.get(2), n, 2000);
            Verdict close = Verdict.of(gsm8k.get(1), gsm8k.get(2), n, 2000);
            System.out.printf(
                    Locale.ROOT,
                    "| paired interval decides, n = %d | .563 to .347: %.3f rightly, %.4f wrongly | .390 to .347: %.3f, %.4f |%n",
                    n,
                    clear.rightly(),
                    clear.wrongly(),
                    close.rightly(),
                    close.wrongly());
        }
        printAllocation();
    }

    private static void printOrder(String name, List<RealVerdicts> bestFirst) {
        for (int n : new int[] {25, 50, 100, 200, 400, 800}) {
            Order order = Order.of(bestFirst, n, 4000);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | n = %d | same items %.3f | own items %.3f |%n",
                    name,
                    n,
                    order.same(),
                    order.own());
        }
        int same = 5;
        while (same < 1300 && Order.of(bestFirst, same, 4000).same() < 0.95) {
            same += 5;
        }
        int own = same;
        while (own < 1300 && Order.of(bestFirst, own, 4000).own() < 0.95) {
            own += 5;
        }
        System.out.printf("| %s | samples for 95 %% | same items %d | own items %d |%n", name, same, own);
    }

    private static void printAllocation() {
        double[] truths = spread(40);
        for (int most : new int[] {400, 1000}) {
            Outcome aimed = threshold(truths, 0.6, most, Allocation.forThreshold(0.6), 100);
            System.out.printf(
                    Locale.ROOT,
                    "| threshold .6, 40 nodes, most %d | aimed | %d | %.2f |%n",
                    most,
                    aimed.samples(),
                    aimed.wrong());
            for (int n : new int[] {50, 100, 200, 300, 400, 600, 800, 1000}) {
                Outcome even = threshold(truths, 0.6, n, Allocation.even(), 100);
                System.out.printf(
                        Locale.ROOT,
                        "| threshold .6, 40 nodes | even, %d each | %d | %.2f |%n",
                        n,
                        even.samples(),
                        even.wrong());
                if (even.wrong() <= aimed.wrong()) {
                    break;
                }
            }
        }
        double[] falling = {0.9, 0.86, 0.75, 0.74, 0.6, 0.5, 0.4, 0.38, 0.25, 0.1};
        for (int most : new int[] {400, 1000}) {
            Outcome aimed = ranks(falling, most, Allocation.forRanks(), 200);
            System.out.printf(
                    Locale.ROOT,
                    "| ranks, 10 nodes, most %d | aimed | %d | %.2f |%n",
                    most,
                    aimed.samples(),
                    aimed.wrong());
            for (int n : new int[] {50, 100, 200, 300, 400, 600, 800, 1000}) {
                Outcome even = ranks(falling, n, Allocation.even(), 200);
                System.out.printf(
                        Locale.ROOT,
                        "| ranks, 10 nodes | even, %d each | %d | %.2f |%n",
                        n,
                        even.samples(),
                        even.wrong());
                if (even.wrong() <= aimed.wrong()) {
                    break;
                }
            }
        }
    }

    /** Evenly spread from .3 to .9, none of them on .6 itself. */
    static double[] spread(int nodes) {
        double[] truths = new double[nodes];
        for (int node = 0; node < nodes; node++) {
            truths[node] = 0.3 + 0.6 * (node + 0.5) / nodes;
        }
        return truths;
    }
}
