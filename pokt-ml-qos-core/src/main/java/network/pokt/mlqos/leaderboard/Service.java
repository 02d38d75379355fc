package network.pokt.mlqos.leaderboard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How fast and at what price a node answered, over all of its tasks.
 *
 * @param latency the mean of the tasks' typical times to the last byte, where known
 * @param firstToken the mean of the tasks' typical times to first token, where known
 * @param currency the unit of the costs, if all tasks name the same
 * @param cost what everything cost; empty without one currency
 * @param costPerRightAnswer the cost for each right answer; empty if there was none, or without one currency
 */
public record Service(
        Optional<Duration> latency,
        Optional<Duration> firstToken,
        Optional<String> currency,
        Optional<BigDecimal> cost,
        Optional<BigDecimal> costPerRightAnswer) {

    static Service of(List<TaskResult> results) {
        List<String> currencies = results.stream()
                .flatMap(result -> result.currency().stream())
                .distinct()
                .toList();
        Optional<String> currency = currencies.size() == 1 ? Optional.of(currencies.get(0)) : Optional.empty();
        Optional<BigDecimal> cost =
                currency.map(any -> results.stream().map(TaskResult::cost).reduce(BigDecimal.ZERO, BigDecimal::add));
        double right = results.stream().mapToDouble(TaskResult::rightAnswers).sum();
        return new Service(
                mean(results, TaskResult::latency),
                mean(results, TaskResult::firstToken),
                currency,
                cost,
                cost.filter(any -> right > 0).map(all -> all.divide(BigDecimal.valueOf(right), MathContext.DECIMAL64)));
    }

    private static Optional<Duration> mean(List<TaskResult> results, Function<TaskResult, Optional<Duration>> time) {
        List<Duration> known =
                results.stream().flatMap(result -> time.apply(result).stream()).toList();
        return known.stream().reduce(Duration::plus).map(sum -> sum.dividedBy(known.size()));
    }
}
