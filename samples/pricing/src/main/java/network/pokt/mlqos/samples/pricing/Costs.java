package network.pokt.mlqos.samples.pricing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** What each of many calls costs, in rising order; sums are exact. */
final class Costs {

    private final List<BigDecimal> rising;
    private final BigDecimal sum;

    Costs(Collection<BigDecimal> costs) {
        rising = costs.stream().sorted().toList();
        sum = rising.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static Costs of(List<Call> calls, Function<Call, BigDecimal> cost) {
        return new Costs(calls.stream().map(cost).toList());
    }

    /** The cost that this share of the calls does not exceed. */
    BigDecimal quantile(double share) {
        int rank = (int) Math.ceil(share * rising.size());
        return rising.get(Math.max(0, rank - 1));
    }

    BigDecimal median() {
        return quantile(0.5);
    }

    BigDecimal largest() {
        return quantile(1);
    }

    BigDecimal mean() {
        return sum.divide(BigDecimal.valueOf(rising.size()), MathContext.DECIMAL64);
    }

    BigDecimal sum() {
        return sum;
    }

    List<BigDecimal> rising() {
        return rising;
    }

    /** The share of calls of which this is true. */
    double share(Predicate<BigDecimal> which) {
        return (double) rising.stream().filter(which).count() / rising.size();
    }

    /** The part of all costs that the dearest calls make up. */
    double dearest(double share) {
        int first = (int) Math.round(rising.size() * (1 - share));
        BigDecimal top = rising.subList(first, rising.size()).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return ratio(top, sum);
    }

    /** The mean of the cheapest share of the calls. */
    BigDecimal meanOfCheapest(double share) {
        return new Costs(rising.subList(0, (int) Math.round(rising.size() * share))).mean();
    }

    /** The part of all money that a price of the mean takes from callers of cheap calls and gives to those of dear ones. */
    double moved() {
        BigDecimal mean = mean();
        BigDecimal above = rising.stream()
                .map(cost -> cost.subtract(mean).max(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return ratio(above, sum);
    }

    static double ratio(BigDecimal part, BigDecimal whole) {
        return part.divide(whole, 12, RoundingMode.HALF_EVEN).doubleValue();
    }
}
