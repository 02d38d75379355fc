package network.pokt.mlqos.lmeh.metric;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import network.pokt.mlqos.lmeh.function.AggregationFunction;
import network.pokt.mlqos.metric.Aggregation;
import network.pokt.mlqos.metric.Bleu;
import network.pokt.mlqos.metric.Bootstrap;
import network.pokt.mlqos.metric.BrierScore;
import network.pokt.mlqos.metric.Chrf;
import network.pokt.mlqos.metric.CorpusMetric;
import network.pokt.mlqos.metric.F1;
import network.pokt.mlqos.metric.MatthewsCorrelation;
import network.pokt.mlqos.metric.Median;
import network.pokt.mlqos.metric.NanMean;
import network.pokt.mlqos.metric.Perplexity;
import network.pokt.mlqos.metric.Summation;
import network.pokt.mlqos.metric.Ter;
import network.pokt.mlqos.metric.TextPair;
import network.pokt.mlqos.metric.WeightedPerplexity;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.task.Summary;

/**
 * What task files call aggregations, with the standard errors that lm-evaluation-harness gives them: by a bootstrap where it
 * has one, none where it prints "N/A". Immutable and thread-safe.
 *
 * @param iterations resamples of a bootstrap; below 2 there are no standard errors but those of means
 */
public record Aggregations(int iterations) {

    /** What the reference resamples unless told otherwise. */
    public static final int DEFAULT_ITERATIONS = 100_000;

    /** Metrics that the reference resamples less often, because each resample costs it a pass over all texts. */
    private static final Set<String> COSTLY = Set.of("bleu", "chrf", "chrf++", "ter");

    private static final int COSTLY_ITERATIONS = 100;

    private static final double BYPASSED = 999;

    /**
     * Returns the aggregation of this name.
     *
     * @param metric the metric that it is for, which decides how often it is resampled
     * @throws IllegalArgumentException if there is none
     */
    public Summary named(String aggregation, String metric) {
        int draws = COSTLY.contains(metric) ? Math.min(iterations, COSTLY_ITERATIONS) : iterations;
        return switch (aggregation) {
            case "mean" -> Summary.mean();
            case "nanmean" -> resampled(aggregation, draws, new NanMean(), Items::number);
            case "median" -> resampled(aggregation, draws, new Median(), Items::number);
            case "perplexity" -> resampled(aggregation, draws, new Perplexity(Summation.LEFT_TO_RIGHT), Items::number);
            case "weighted_perplexity" ->
                unresampled(aggregation, WeightedPerplexity.perplexity(Summation.LEFT_TO_RIGHT), Items::weighted);
            case "bits_per_byte" ->
                unresampled(aggregation, WeightedPerplexity.bitsPerByte(Summation.LEFT_TO_RIGHT), Items::weighted);
            case "brier_score" -> unresampled(aggregation, new BrierScore(), Items::forecast);
            case "f1" -> resampled(aggregation, draws, F1.<Object>binary(1L), Items::classified);
            case "matthews_corrcoef" ->
                resampled(aggregation, draws, new MatthewsCorrelation<Object>(), Items::classified);
            case "bleu" -> corpus(aggregation, draws, Bleu.standard());
            case "chrf" -> corpus(aggregation, draws, Chrf.standard());
            case "chrf++" -> corpus(aggregation, draws, Chrf.plusPlus());
            case "ter" -> corpus(aggregation, draws, Ter.standard());
            case "bypass" -> Summary.ofCorpus("bypass", items -> estimate(BYPASSED, Double.NaN, items));
            default ->
                throw new IllegalArgumentException("There is no aggregation '" + aggregation + "' for the metric "
                        + metric + "; write mean, or one of those that lm-evaluation-harness 0.4.13 registers.");
        };
    }

    /** Returns the aggregation that a function is, which has no standard error. */
    public static Summary of(String name, AggregationFunction function) {
        return Summary.ofCorpus(name, items -> estimate(function.apply(items), Double.NaN, items));
    }

    private static <T> Summary unresampled(String name, Aggregation<T> aggregation, Function<Object, T> reading) {
        return Summary.ofCorpus(name, items -> {
            List<T> read = items.stream().map(reading).toList();
            return estimate(aggregation.of(read), Double.NaN, items);
        });
    }

    private static <T> Summary resampled(
            String name, int draws, Aggregation<T> aggregation, Function<Object, T> reading) {
        return Summary.ofCorpus(name + ", " + draws + " resamples", items -> {
            List<T> read = items.stream().map(reading).toList();
            double error = hasError(draws, items)
                    ? Bootstrap.ofIterations(draws).standardError(aggregation, read)
                    : Double.NaN;
            return estimate(aggregation.of(read), error, items);
        });
    }

    private static Summary corpus(String name, int draws, CorpusMetric metric) {
        return Summary.ofCorpus(name + ", " + draws + " resamples", items -> {
            List<TextPair> pairs = items.stream().map(Items::pair).toList();
            var corpus = metric.collect(pairs);
            double error =
                    hasError(draws, items) ? Bootstrap.ofIterations(draws).standardError(corpus) : Double.NaN;
            return estimate(corpus.value(), error, items);
        });
    }

    private static boolean hasError(int draws, List<?> items) {
        return draws >= 2 && items.size() >= 2;
    }

    private static Estimate estimate(double value, double error, List<?> items) {
        return Estimate.ofStandardError(value, error, items.size());
    }
}
