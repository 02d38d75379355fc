package network.pokt.mlqos.lmeh.metric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.lmeh.config.Callee;
import network.pokt.mlqos.lmeh.config.MetricConfig;
import network.pokt.mlqos.lmeh.config.OutputType;
import network.pokt.mlqos.lmeh.config.TaskConfig;
import network.pokt.mlqos.lmeh.function.AggregationFunction;
import network.pokt.mlqos.lmeh.function.FunctionRegistry;
import network.pokt.mlqos.lmeh.function.MetricFunction;
import network.pokt.mlqos.lmeh.match.MeaningMatch;
import network.pokt.mlqos.lmeh.match.ToolCallScore;
import network.pokt.mlqos.task.Summary;

/** Finds the metrics of a task, by name or as functions. Immutable. */
public final class MetricCatalog {

    /** What the reference registers with a metric. */
    private record Registered(boolean higherIsBetter, String aggregation) {}

    /** What holds for a metric that a function of the task makes. */
    private static final Registered USUAL = new Registered(true, "mean");

    private static final Map<String, Registered> METRICS = Map.ofEntries(
            Map.entry("acc", new Registered(true, "mean")),
            Map.entry("acc_all", new Registered(true, "mean")),
            Map.entry("acc_bytes", new Registered(true, "mean")),
            Map.entry("acc_mutual_info", new Registered(true, "mean")),
            Map.entry("acc_norm", new Registered(true, "mean")),
            Map.entry("bits_per_byte", new Registered(false, "bits_per_byte")),
            Map.entry("bleu", new Registered(true, "bleu")),
            Map.entry("brier_score", new Registered(false, "brier_score")),
            Map.entry("bypass", new Registered(true, "bypass")),
            Map.entry("byte_perplexity", new Registered(false, "weighted_perplexity")),
            Map.entry("chrf", new Registered(true, "chrf")),
            Map.entry("chrf++", new Registered(true, "chrf++")),
            Map.entry("exact_match", new Registered(true, "mean")),
            Map.entry("f1", new Registered(true, "f1")),
            Map.entry("likelihood", new Registered(true, "mean")),
            Map.entry(MeaningMatch.METRIC, USUAL),
            Map.entry("mcc", new Registered(true, "matthews_corrcoef")),
            Map.entry("perplexity", new Registered(false, "perplexity")),
            Map.entry(ToolCallScore.F1_METRIC, USUAL),
            Map.entry(ToolCallScore.METRIC, USUAL),
            Map.entry("ter", new Registered(false, "ter")),
            Map.entry("word_perplexity", new Registered(false, "weighted_perplexity")));

    private final TaskConfig task;
    private final FunctionRegistry functions;
    private final Aggregations aggregations;

    private MetricCatalog(TaskConfig task, FunctionRegistry functions, Aggregations aggregations) {
        this.task = task;
        this.functions = functions;
        this.aggregations = aggregations;
    }

    /**
     * Returns the metrics of a task in its order, those of its output type if it names none.
     *
     * @param bootstrapIterations resamples for standard errors that need them
     * @throws IllegalArgumentException if a metric or aggregation is not known
     * @throws network.pokt.mlqos.lmeh.function.UnsupportedFunctionException if one is a function without an equivalent
     */
    public static List<TaskMetric> of(TaskConfig task, FunctionRegistry functions, int bootstrapIterations) {
        MetricCatalog catalog = new MetricCatalog(task, functions, new Aggregations(bootstrapIterations));
        return task.metrics()
                .map(metrics -> metrics.stream().map(catalog::metric).toList())
                .orElseGet(() -> defaults(task.outputType()).stream()
                        .map(catalog::registered)
                        .toList());
    }

    private static List<String> defaults(OutputType type) {
        return switch (type) {
            case GENERATE_UNTIL -> List.of("exact_match");
            case MULTIPLE_CHOICE -> List.of("acc", "acc_norm");
            case LOGLIKELIHOOD -> List.of("perplexity", "acc");
            case LOGLIKELIHOOD_ROLLING -> List.of("word_perplexity", "byte_perplexity", "bits_per_byte");
        };
    }

    private TaskMetric registered(String name) {
        Registered metric = METRICS.getOrDefault(name, USUAL);
        Summary summary = aggregations.named(metric.aggregation(), name);
        return new TaskMetric(name, metric.higherIsBetter(), summary, TextMetrics.named(name, Map.of()), Map.of());
    }

    private TaskMetric metric(MetricConfig config) {
        String name = config.metric().name();
        Registered known = METRICS.getOrDefault(name, USUAL);
        boolean higherIsBetter = config.higherIsBetter().orElse(known.higherIsBetter());
        Summary summary = config.aggregation()
                .map(aggregation -> summary(aggregation, name))
                .orElseGet(() -> aggregations.named(known.aggregation(), name));
        if (task.processResults().isPresent()) {
            return new TaskMetric(name, higherIsBetter, summary, Optional.empty(), Map.of());
        }
        return new TaskMetric(name, higherIsBetter, summary, function(config), config.arguments());
    }

    private Summary summary(Callee aggregation, String metric) {
        if (aggregation instanceof Callee.Python python) {
            return Aggregations.of(
                    python.function().toString(), functions.find(python.function(), AggregationFunction.class));
        }
        return aggregations.named(aggregation.name(), metric);
    }

    private Optional<MetricFunction> function(MetricConfig config) {
        if (config.metric() instanceof Callee.Python python) {
            return Optional.of(functions.find(python.function(), MetricFunction.class));
        }
        String name = config.metric().name();
        if (name.equals(MeaningMatch.METRIC) && task.outputType() != OutputType.GENERATE_UNTIL) {
            throw new IllegalArgumentException("The task " + task.name() + " generates nothing whose meaning " + name
                    + " could match; take it out of metric_list and have choices written.");
        }
        if (task.outputType() != OutputType.GENERATE_UNTIL && METRICS.containsKey(name)) {
            // Choices and log-likelihoods are judged by their form, whatever library is named for the metric.
            return Optional.empty();
        }
        boolean same = name.equals("exact_match");
        if (!METRICS.containsKey(name) || (config.hfEvaluate() && !same)) {
            throw new IllegalArgumentException("The task " + task.name() + " wants the metric '" + name
                    + "' of Hugging Face's evaluate, which has no equivalent here; the metrics are "
                    + METRICS.keySet().stream().sorted().toList() + ".");
        }
        return TextMetrics.named(name, config.arguments());
    }
}
