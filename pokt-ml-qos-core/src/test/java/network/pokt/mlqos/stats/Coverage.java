package network.pokt.mlqos.stats;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** How often an interval of a proportion holds the truth, by adding up all n + 1 results: no simulation. */
record Coverage(int n, List<Interval> intervals) {

    static Coverage of(int n, IntFunction<Interval> intervalOfSuccesses) {
        return new Coverage(
                n, IntStream.rangeClosed(0, n).mapToObj(intervalOfSuccesses).toList());
    }

    double at(double rate) {
        BinomialDistribution successes = BinomialDistribution.of(n, rate);
        return IntStream.rangeClosed(0, n)
                .filter(s -> intervals.get(s).contains(rate))
                .mapToDouble(successes::probability)
                .sum();
    }

    double mean() {
        return rates().map(this::at).average().orElseThrow();
    }

    double least() {
        return rates().map(this::at).min().orElseThrow();
    }

    private static DoubleStream rates() {
        return IntStream.range(0, 500).mapToDouble(i -> (i + 0.5) / 500);
    }
}
