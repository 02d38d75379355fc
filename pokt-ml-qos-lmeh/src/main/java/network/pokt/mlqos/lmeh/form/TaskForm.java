package network.pokt.mlqos.lmeh.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import network.pokt.mlqos.lmeh.config.Callee;
import network.pokt.mlqos.lmeh.config.FilterConfig;
import network.pokt.mlqos.lmeh.config.PipelineConfig;
import network.pokt.mlqos.lmeh.config.TaskConfig;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.doc.DocFormat;
import network.pokt.mlqos.lmeh.filter.FilterArguments;
import network.pokt.mlqos.lmeh.filter.FilterPipeline;
import network.pokt.mlqos.lmeh.filter.Filters;
import network.pokt.mlqos.lmeh.filter.ResponseFilter;
import network.pokt.mlqos.lmeh.function.FilterFunction;
import network.pokt.mlqos.lmeh.function.FunctionRegistry;
import network.pokt.mlqos.lmeh.function.ResultsFunction;
import network.pokt.mlqos.lmeh.match.MeaningMatch;
import network.pokt.mlqos.lmeh.metric.MetricCatalog;
import network.pokt.mlqos.lmeh.metric.TaskMetric;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Reply;
import org.jspecify.annotations.Nullable;

/**
 * All that happens to a document after its prompt: requests, repeats, filters, metrics. Immutable and thread-safe.
 *
 * <p>Measures come pipeline by pipeline, and within one in the order of the metrics.
 */
public final class TaskForm {

    private final OutputForm output;
    private final Optional<ResultsFunction> judge;
    private final List<FilterPipeline> pipelines;
    private final List<TaskMetric> metrics;
    private final int repeats;
    private final boolean lacksMeaning;

    private TaskForm(Builder parts, TaskConfig task) {
        this.metrics = parts.metrics;
        this.output = parts.output(task);
        this.judge = task.processResults().map(function -> parts.functions.find(function, ResultsFunction.class));
        this.pipelines = task.pipelines().stream().map(parts::pipeline).toList();
        this.repeats = task.repeats();
        this.lacksMeaning = parts.answers.meaning().isEmpty() && asksForMeaning(task);
    }

    private boolean asksForMeaning(TaskConfig task) {
        Stream<String> judged =
                judge.isPresent() ? Stream.empty() : metrics.stream().map(TaskMetric::name);
        Stream<String> filtered = task.pipelines().stream()
                .flatMap(pipeline -> pipeline.steps().stream())
                .map(step -> step.function().name());
        return judged.anyMatch(MeaningMatch.METRIC::equals) || filtered.anyMatch(MeaningMatch.FILTER::equals);
    }

    /**
     * Compiles what a task says.
     *
     * @param format reads the evaluated documents
     * @param first the first evaluated document, which decides what kind of values the fields have, as in the reference
     * @param conversation whether prompts are conversations, which need no delimiter before an answer
     * @param answers how models show which choice they prefer
     * @param bootstrapIterations resamples for standard errors that need them
     * @throws IllegalArgumentException if a metric, aggregation or filter is not known
     * @throws network.pokt.mlqos.lmeh.function.UnsupportedFunctionException if a function has no equivalent
     */
    public static TaskForm compile(
            TaskConfig task,
            DocFormat format,
            Doc first,
            boolean conversation,
            FunctionRegistry functions,
            ChoiceAnswers answers,
            int bootstrapIterations) {
        List<TaskMetric> metrics = answers.written()
                ? WrittenChoiceForm.metrics(answers.meaning())
                : MetricCatalog.of(task, functions, bootstrapIterations);
        return new TaskForm(new Builder(format, first, conversation, functions, answers, metrics), task);
    }

    /** Returns whether each choice of this task's documents is a question of its own. */
    public static boolean choicesAreQuestions(DocFormat format, Doc first) {
        return format.hasChoices() && format.question(first) instanceof Long;
    }

    private record Builder(
            DocFormat format,
            Doc first,
            boolean conversation,
            FunctionRegistry functions,
            ChoiceAnswers answers,
            List<TaskMetric> metrics) {

        OutputForm output(TaskConfig task) {
            if (answers.written()) {
                return new WrittenChoiceForm(format, answers.meaning());
            }
            Set<String> names = new LinkedHashSet<>();
            metrics.forEach(metric -> names.add(metric.name()));
            return switch (task.outputType()) {
                case GENERATE_UNTIL ->
                    new GenerationForm(
                            format,
                            GenerationArguments.of(task),
                            metrics,
                            format.target(first) instanceof List<?> && !format.hasChoices(),
                            meaning(task));
                case MULTIPLE_CHOICE ->
                    new ChoiceForm(format, delimiter(task), names, choicesAreQuestions(format, first));
                case LOGLIKELIHOOD -> new LikelihoodForm(format, names);
                case LOGLIKELIHOOD_ROLLING -> new RollingForm(format, names);
            };
        }

        private Optional<MeaningJudge> meaning(TaskConfig task) {
            return metrics.stream()
                    .filter(metric -> metric.name().equals(MeaningMatch.METRIC))
                    .filter(metric -> task.processResults().isEmpty())
                    .map(metric ->
                            MeaningJudge.compile(metric.arguments(), format, columns(), functions, answers.meaning()))
                    .findFirst();
        }

        private Set<String> columns() {
            return first.columns().keySet();
        }

        /** An answer follows a chat template without a delimiter, unless it goes on with what the task began. */
        private String delimiter(TaskConfig task) {
            String own = task.format().targetDelimiter();
            if (!conversation) {
                return own;
            }
            String prefix = task.format()
                    .prefix()
                    .map(field -> String.valueOf(field.raw()))
                    .orElse("");
            boolean begun = !prefix.isEmpty() && !Character.isWhitespace(prefix.codePointBefore(prefix.length()));
            return begun ? own : "";
        }

        FilterPipeline pipeline(PipelineConfig config) {
            return new FilterPipeline(
                    config.name(), config.steps().stream().map(this::filter).toList());
        }

        private ResponseFilter filter(FilterConfig config) {
            if (config.function() instanceof Callee.Python python) {
                return functions
                        .find(python.function(), FilterFunction.class)
                        .create(FilterArguments.of(config.function().name(), config.arguments()));
            }
            if (config.function().name().equals(MeaningMatch.FILTER)) {
                return MeaningFilter.compile(config.arguments(), format, columns(), functions, answers.meaning());
            }
            return Filters.of(config.function().name(), config.arguments());
        }
    }

    /**
     * Throws now what a document that is not fit would make a judgement throw later.
     *
     * @throws network.pokt.mlqos.lmeh.data.DatasetException if it is not fit
     */
    public void check(Doc doc) {
        if (judge.isEmpty()) {
            output.check(doc);
        }
    }

    /** Returns whether answers are to be matched by meaning and nobody is named who says how near texts are. */
    public boolean lacksMeaning() {
        return lacksMeaning;
    }

    /** Returns what is reported, the first being what nodes are ranked by. */
    public List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        for (FilterPipeline pipeline : pipelines) {
            metrics.forEach(metric -> measures.add(metric.measure(pipeline.name())));
        }
        return measures;
    }

    /** Returns the requests for a document, each as often as the task repeats it. */
    public List<Ask> asks(Doc doc, List<Ask.Context> contexts) {
        List<Ask> once = output.asks(doc, contexts);
        if (repeats == 1) {
            return once;
        }
        List<Ask> asks = new ArrayList<>(once.size() * repeats);
        once.forEach(ask -> asks.addAll(Collections.nCopies(repeats, ask)));
        return asks;
    }

    /** Returns what each filter pipeline makes of the replies to {@link #asks}. */
    public List<Judgement> judge(Doc doc, List<Reply> replies) {
        List<List<@Nullable Object>> responses = new ArrayList<>();
        for (int from = 0; from < replies.size(); from += repeats) {
            List<@Nullable Object> ofOne = new ArrayList<>(repeats);
            replies.subList(from, from + repeats).forEach(reply -> ofOne.add(output.result(reply)));
            responses.add(ofOne);
        }
        return pipelines.stream()
                .map(pipeline -> judge(doc, responses, pipeline))
                .toList();
    }

    private Judgement judge(Doc doc, List<List<@Nullable Object>> responses, FilterPipeline pipeline) {
        List<@Nullable Object> left = new ArrayList<>(responses.size());
        responses.forEach(ofOne -> left.add(pipeline.apply(ofOne, doc)));
        Map<String, @Nullable Object> found =
                judge.isPresent() ? judge.get().apply(doc, left) : output.judge(doc, left);
        Map<String, @Nullable Object> items = new LinkedHashMap<>();
        metrics.forEach(metric -> items.put(metric.name(), found.get(metric.name())));
        return new Judgement(pipeline.name(), left, items);
    }
}
