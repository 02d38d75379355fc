package network.pokt.mlqos.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import network.pokt.mlqos.stats.FinitePopulation;
import network.pokt.mlqos.stats.Interval;
import network.pokt.mlqos.stats.Moments;
import network.pokt.mlqos.stats.SplitSample;
import network.pokt.mlqos.stats.Wilson;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * How often 95 % intervals from n documents hold a real model's share over all documents. The figures of docs/profiles.md.
 *
 * @param plain Wilson's interval, which is for documents of that kind
 * @param finite Wilson's interval for this set of documents
 * @param split the interval of the split sample for this set of documents
 */
record IntervalCoverage(double plain, double finite, double split) {

    static final int[] SIZES = {25, 50, 100, 400};

    /** Adds up all results that n documents without replacement can have: no chance involved. */
    static IntervalCoverage exactly(RealVerdicts model, int n) {
        double truth = model.accuracy();
        int rights = model.right().cardinality();
        int part = (int) SplitSample.first(n);
        double plain = 0;
        double finite = 0;
        double split = 0;
        HypergeometricDistribution inFirst = HypergeometricDistribution.of(model.size(), rights, part);
        for (int first = 0; first <= part; first++) {
            HypergeometricDistribution inSecond =
                    HypergeometricDistribution.of(model.size() - part, rights - first, n - part);
            for (int second = 0; second <= n - part; second++) {
                double probability = inFirst.probability(first) * inSecond.probability(second);
                if (probability > 0) {
                    IntervalCoverage held = held(first, second, n, model.size(), truth);
                    plain += probability * held.plain;
                    finite += probability * held.finite;
                    split += probability * held.split;
                }
            }
        }
        return new IntervalCoverage(plain, finite, split);
    }

    /** Draws documents as the watcher does, by the order of a secret seed. */
    static IntervalCoverage drawn(RealVerdicts model, int n, int rounds) {
        int part = (int) SplitSample.first(n);
        double plain = 0;
        double finite = 0;
        double split = 0;
        for (int round = 0; round < rounds; round++) {
            ItemOrder order = new ItemOrder(Mix.of(17, round), model.size());
            int first = 0;
            int second = 0;
            for (int place = 0; place < n; place++) {
                int right = model.right(order.item(place)) ? 1 : 0;
                first += place < part ? right : 0;
                second += place < part ? 0 : right;
            }
            IntervalCoverage held = held(first, second, n, model.size(), model.accuracy());
            plain += held.plain / rounds;
            finite += held.finite / rounds;
            split += held.split / rounds;
        }
        return new IntervalCoverage(plain, finite, split);
    }

    private static IntervalCoverage held(int first, int second, int n, int size, double truth) {
        int right = first + second;
        return new IntervalCoverage(
                holds(Wilson.interval(right, n), truth),
                holds(FinitePopulation.mean(verdicts(right, n), size).interval(), truth),
                holds(SplitSample.finite(first, second, n, size).interval(), truth));
    }

    private static double holds(Interval interval, double truth) {
        return interval.contains(truth) ? 1 : 0;
    }

    private static Moments verdicts(int right, int n) {
        Moments moments = new Moments();
        for (int i = 0; i < n; i++) {
            moments.add(i < right ? 1 : 0);
        }
        return moments;
    }

    /** Prints the table. */
    public static void main(String[] arguments) {
        List<RealVerdicts> models = new ArrayList<>(RealVerdicts.gsm8k());
        models.add(RealVerdicts.mmluPro());
        models.addAll(RealVerdicts.hellaswag());
        System.out.println("| model | documents | share | n | Wilson | finite | split | drawn 4,000 times: split |");
        for (RealVerdicts model : models) {
            for (int n : SIZES) {
                IntervalCoverage exact = exactly(model, n);
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %d | %.3f | %d | %.1f %% | %.1f %% | %.1f %% | %.1f %% |%n",
                        model.model(),
                        model.size(),
                        model.accuracy(),
                        n,
                        100 * exact.plain,
                        100 * exact.finite,
                        100 * exact.split,
                        100 * drawn(model, n, 4_000).split);
            }
        }
    }
}
