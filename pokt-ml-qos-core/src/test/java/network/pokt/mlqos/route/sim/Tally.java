package network.pokt.mlqos.route.sim;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import network.pokt.mlqos.route.Worth;

/** The figures of one run. */
final class Tally {

    private final double[] firsts;
    private final double[] totals;
    private final Map<String, Integer> operators = new HashMap<>();
    private int n;
    private int answered;
    private int right;
    private double cost;
    private double extra;
    private double utility;
    private long relays;

    Tally(int most) {
        firsts = new double[most];
        totals = new double[most];
    }

    void add(Gateway.Ending ending, Worth worth) {
        firsts[n] = ending.first();
        totals[n] = ending.total();
        n++;
        answered += ending.answered() ? 1 : 0;
        right += ending.right() ? 1 : 0;
        cost += ending.cost();
        extra += ending.extra();
        relays += ending.relays();
        utility += (ending.right() ? worth.rightAnswer() : 0)
                - ending.cost()
                - worth.secondToFirstToken() * ending.first()
                - worth.secondOfWriting() * (ending.total() - ending.first())
                - (ending.answered() ? 0 : worth.failure());
        if (ending.answered()) {
            operators.merge(ending.operator(), 1, Integer::sum);
        }
    }

    Figures figures() {
        double[] first = Arrays.copyOf(firsts, n);
        double[] total = Arrays.copyOf(totals, n);
        Arrays.sort(first);
        Arrays.sort(total);
        return new Figures(
                utility / n * 10_000,
                at(first, 0.5),
                at(first, 0.95),
                at(first, 0.99),
                at(total, 0.5),
                at(total, 0.95),
                at(total, 0.99),
                100.0 * (n - answered) / n,
                100.0 * (n - right) / n,
                1000 * cost / Math.max(1, right),
                100 * extra / cost,
                (double) relays / n,
                100.0
                        * operators.values().stream()
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElse(0)
                        / Math.max(1, answered));
    }

    private static double at(double[] sorted, double q) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)];
    }

    /**
     * The figures of one run.
     *
     * @param utility dollars per 10,000 requests
     * @param perRight dollars per 1,000 right answers
     * @param extra percent of the cost that was paid for relays without an answer
     */
    record Figures(
            double utility,
            double first50,
            double first95,
            double first99,
            double total50,
            double total95,
            double total99,
            double failed,
            double wrong,
            double perRight,
            double extra,
            double relays,
            double largestOperator) {}
}
