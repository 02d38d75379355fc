package network.pokt.mlqos.route.sim;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import network.pokt.mlqos.route.Worth;

/** Adds up how the requests of one run ended. */
final class Tally {

    private final Worth worth;
    private final HealthBook book;
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

    Tally(int most, Worth worth, HealthBook book) {
        firsts = new double[most];
        totals = new double[most];
        this.worth = worth;
        this.book = book;
    }

    void add(Gateway.Ending ending) {
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

    Map<Figure, Double> figures() {
        double[] first = Arrays.copyOf(firsts, n);
        double[] total = Arrays.copyOf(totals, n);
        Arrays.sort(first);
        Arrays.sort(total);
        int largest =
                operators.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.UTILITY, utility / n * 10_000);
        figures.put(Figure.FIRST_50, at(first, 0.5));
        figures.put(Figure.FIRST_95, at(first, 0.95));
        figures.put(Figure.FIRST_99, at(first, 0.99));
        figures.put(Figure.TOTAL_50, at(total, 0.5));
        figures.put(Figure.TOTAL_95, at(total, 0.95));
        figures.put(Figure.TOTAL_99, at(total, 0.99));
        figures.put(Figure.FAILED, 100.0 * (n - answered) / n);
        figures.put(Figure.WRONG_OR_FAILED, 100.0 * (n - right) / n);
        figures.put(Figure.PAID_PER_RIGHT, 1000 * cost / Math.max(1, right));
        figures.put(Figure.EXTRA, 100 * extra / cost);
        figures.put(Figure.RELAYS, (double) relays / n);
        figures.put(Figure.LARGEST_OPERATOR, 100.0 * largest / Math.max(1, answered));
        book.figures(figures);
        return figures;
    }

    private static double at(double[] sorted, double q) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)];
    }
}
