package network.pokt.mlqos.lmeh;

import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import network.pokt.mlqos.lmeh.config.DatasetConfig;
import network.pokt.mlqos.lmeh.config.DocSelection;
import network.pokt.mlqos.lmeh.config.OutputType;
import network.pokt.mlqos.lmeh.config.RunOverrides;
import network.pokt.mlqos.lmeh.config.TaskConfig;
import network.pokt.mlqos.lmeh.data.DatasetRef;
import network.pokt.mlqos.lmeh.data.DatasetSource;
import network.pokt.mlqos.lmeh.data.Datasets;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.data.Documents;
import network.pokt.mlqos.lmeh.form.ChoiceAnswers;
import network.pokt.mlqos.lmeh.form.TaskForm;
import network.pokt.mlqos.lmeh.function.FunctionRegistry;
import network.pokt.mlqos.lmeh.match.MeaningMatch;
import network.pokt.mlqos.lmeh.metric.Aggregations;
import network.pokt.mlqos.lmeh.prompt.FewShotSampler;
import network.pokt.mlqos.lmeh.prompt.PromptStyle;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * A task of lm-evaluation-harness 0.4.13, which asks and judges exactly as it does there. Immutable and thread-safe;
 * each setting returns a changed copy.
 *
 * <p>Examples are drawn from one stream of random numbers per run, which the chosen documents use in their order. So
 * the first documents have the same prompts whatever the limit, while a random sampling gives a document other examples
 * than a full run.
 *
 * <p>Documents stay in memory; a prompt is built when its sample is asked for, and belongs to nobody else.
 */
public final class LmehTask implements Task {

    /** The version whose prompts, requests and scores are followed. */
    public static final String HARNESS = "lm-evaluation-harness 0.4.13";

    private static final long DEFAULT_FEW_SHOT_SEED = 1234;

    private final TaskConfig base;
    private final RunOverrides overrides;
    private final TaskConfig config;
    private final TaskData data;
    private final Options options;
    private final List<Integer> indices;
    private final TaskPrompts prompts;
    private final TaskForm form;
    private volatile boolean poolIsChecked;

    private record Options(
            DocSelection documents,
            long fewShotSeed,
            PromptStyle style,
            String systemInstruction,
            ChoiceAnswers answers,
            int bootstrapIterations) {

        static final Options DEFAULT = new Options(
                DocSelection.ALL,
                DEFAULT_FEW_SHOT_SEED,
                PromptStyle.TEXT,
                "",
                ChoiceAnswers.LIKELIHOODS,
                Aggregations.DEFAULT_ITERATIONS);
    }

    private LmehTask(TaskConfig base, RunOverrides overrides, TaskData data, Options options) {
        this.base = base;
        this.overrides = overrides;
        this.config = base.with(overrides);
        this.data = data;
        this.options = options;
        this.indices = options.documents.of(data.evaluated().docs().size());
        Doc first = data.first();
        this.prompts = TaskPrompts.compile(config, data, options.systemInstruction);
        this.form = TaskForm.compile(
                config,
                prompts.format(),
                first,
                options.style.isConversation(),
                data.functions(),
                options.answers,
                options.bootstrapIterations);
    }

    /**
     * Returns a task. The documents to evaluate are read at once, and each is checked; examples are read when they are needed.
     *
     * @param config what the task says
     * @param source where the documents of its splits are
     * @param functions finds the equivalents of its Python functions
     * @throws network.pokt.mlqos.lmeh.data.DatasetException if the documents cannot be had, or one is not fit
     * @throws network.pokt.mlqos.lmeh.function.UnsupportedFunctionException if a function has no equivalent
     * @throws IllegalArgumentException if a metric, filter or aggregation is not known
     */
    public static LmehTask of(TaskConfig config, DatasetSource source, FunctionRegistry functions) {
        LmehTask task =
                new LmehTask(config, RunOverrides.none(), TaskData.of(config, source, functions), Options.DEFAULT);
        task.data.evaluated().docs().forEach(task.prompts::check);
        task.data.evaluated().docs().forEach(task.form::check);
        return task;
    }

    /**
     * Returns a task with the dataset that it names itself.
     *
     * @param datasets finds the dataset
     * @throws IllegalArgumentException also if it names none, or a function that makes one
     */
    public static LmehTask load(TaskConfig config, Datasets datasets, FunctionRegistry functions) {
        DatasetConfig dataset = config.dataset();
        if (dataset.custom().isPresent() || dataset.path().isEmpty()) {
            throw new IllegalArgumentException("The task " + config + " names no dataset_path"
                    + dataset.custom()
                            .map(function -> " but makes its dataset by " + function)
                            .orElse("")
                    + "; give its documents with a DatasetSource.");
        }
        DatasetRef ref = new DatasetRef(dataset.path().get(), dataset.name(), dataset.arguments());
        return of(config, datasets.find(ref), functions);
    }

    /** Returns what the task says, with what was changed. */
    public TaskConfig config() {
        return config;
    }

    /**
     * Sets how many examples precede each question; the default is the task's own. A task that says 0 itself keeps to it, as in
     * the reference.
     *
     * @throws IllegalArgumentException if the number is negative; too many are noticed when the examples are read
     */
    public LmehTask fewShot(int examplesPerPrompt) {
        return with(RunOverrides.none().numFewShot(examplesPerPrompt));
    }

    /** Sets what a run changes in the task: the number of examples, arguments of generation; what is left out stays. */
    public LmehTask with(RunOverrides changed) {
        Map<String, @Nullable Object> generation = new LinkedHashMap<>(overrides.generation());
        generation.putAll(changed.generation());
        RunOverrides all = RunOverrides.none().generation(generation);
        OptionalInt shots = changed.numFewShot().isPresent() ? changed.numFewShot() : overrides.numFewShot();
        return new LmehTask(base, shots.isPresent() ? all.numFewShot(shots.getAsInt()) : all, data, options);
    }

    /**
     * Sets which documents belong to the task, all by default: {@code --limit} and {@code --samples}. They keep the index that
     * they have in their split; a {@link Sampling} then chooses among them.
     */
    public LmehTask documents(DocSelection selection) {
        return with(new Options(
                selection,
                options.fewShotSeed,
                options.style,
                options.systemInstruction,
                options.answers,
                options.bootstrapIterations));
    }

    /** Sets the seed that examples are drawn with, {@code 1234} by default. */
    public LmehTask fewShotSeed(long seed) {
        return with(new Options(
                options.documents,
                seed,
                options.style,
                options.systemInstruction,
                options.answers,
                options.bootstrapIterations));
    }

    /**
     * Sets whether prompts are texts, which is the default, or conversations.
     *
     * @throws IllegalArgumentException if the task needs log-likelihoods, which a chat interface does not give
     */
    public LmehTask promptStyle(PromptStyle style) {
        if (style.isChat() && config.outputType() != OutputType.GENERATE_UNTIL && !options.answers.written()) {
            throw new IllegalArgumentException("The task " + config.name()
                    + " asks for log-likelihoods, which no chat interface gives; leave its prompt style "
                    + PromptStyle.TEXT + ", give a chat template, or have choices written with writtenChoices().");
        }
        return with(new Options(
                options.documents,
                options.fewShotSeed,
                style,
                options.systemInstruction,
                options.answers,
                options.bootstrapIterations));
    }

    /**
     * Has choices listed with letters of which the model writes one, for nodes that give no log-likelihoods. That is another
     * measurement, so its metrics have other names: {@code acc_written}, whether the right choice is named, by which nodes are
     * ranked, and {@code choice_written}, whether any is. The system instruction, description and examples stay as they are.
     *
     * @throws IllegalArgumentException if the task has no choices, choices that are questions of their own, or a function of
     *     its own that judges log-likelihoods
     */
    public LmehTask writtenChoices() {
        return written(options.answers);
    }

    /**
     * Has choices written as {@link #writtenChoices()} does, and measures {@value MeaningMatch#METRIC} as well: whether what is
     * written is nearer in meaning to the right choice than to the others. The service behind {@code match} is asked while an
     * answer is judged; if it fails, so does the sample, with cause {@code INTERNAL}.
     */
    public LmehTask writtenChoices(MeaningMatch match) {
        return written(options.answers.matchedBy(match));
    }

    private LmehTask written(ChoiceAnswers answers) {
        if (config.outputType() != OutputType.MULTIPLE_CHOICE
                || config.processResults().isPresent()
                || TaskForm.choicesAreQuestions(prompts.format(), data.first())) {
            throw new IllegalArgumentException("The task " + config.name()
                    + " has no plain choices that a model could write the letter of; measure it as it is.");
        }
        return with(new Options(
                options.documents,
                options.fewShotSeed,
                options.style,
                options.systemInstruction,
                answers.written(true),
                options.bootstrapIterations));
    }

    /**
     * Sets who says how near texts are in meaning, for a task whose {@code metric_list} has {@value MeaningMatch#METRIC} or whose
     * {@code filter_list} has {@value MeaningMatch#FILTER}; others are not changed by it. The service is asked while an answer is
     * judged; if it fails, so does the sample, with cause {@code INTERNAL}.
     */
    public LmehTask meaning(MeaningMatch match) {
        return with(new Options(
                options.documents,
                options.fewShotSeed,
                options.style,
                options.systemInstruction,
                options.answers.matchedBy(match),
                options.bootstrapIterations));
    }

    /** Sets what each prompt begins with, before the task's own description; nothing by default. */
    public LmehTask systemInstruction(String instruction) {
        return with(new Options(
                options.documents,
                options.fewShotSeed,
                options.style,
                instruction,
                options.answers,
                options.bootstrapIterations));
    }

    /** Sets how many resamples stand behind a standard error that needs them, {@code 100_000} by default; 0 for none. */
    public LmehTask bootstrapIterations(int iterations) {
        return with(new Options(
                options.documents,
                options.fewShotSeed,
                options.style,
                options.systemInstruction,
                options.answers,
                iterations));
    }

    /** Returns what is right for a document, as lm-evaluation-harness writes it down: a text, a number or a list. */
    @Nullable
    Object target(Doc doc) {
        return prompts.format().target(doc);
    }

    @Override
    public String name() {
        return config.name();
    }

    /** {@inheritDoc} It reads as text: harness, task, options and the hashes of the documents and examples. */
    @Override
    public String fingerprint() {
        int count = fewShot();
        String shots =
                count == 0 ? "0-shot" : count + "-shot seed " + options.fewShotSeed + " from sha256 " + pool().sha256();
        return HARNESS + ", " + config.name() + " version " + config.version() + ", " + shots + ", " + options.style
                + (size() == originalSize() ? "" : ", " + options.documents)
                + (options.answers.written() ? ", " + options.answers : "")
                + ", system '" + options.systemInstruction + "', documents sha256 "
                + data.evaluated().sha256()
                + ", fields " + config.toMap();
    }

    @Override
    public int size() {
        return indices.size();
    }

    /** Returns how many documents there are before any are selected. */
    public int originalSize() {
        return data.evaluated().docs().size();
    }

    @Override
    public List<Measure> measures() {
        return form.measures();
    }

    /**
     * {@inheritDoc}
     *
     * @throws network.pokt.mlqos.lmeh.data.DatasetException if there are no examples, or fewer than asked for
     * @throws IllegalArgumentException if answers are to be matched by meaning and nobody is named who does it
     */
    @Override
    public Iterator<Sample> samples(Sampling sampling) {
        if (form.lacksMeaning()) {
            throw new IllegalArgumentException("The task " + config.name()
                    + " matches answers by their meaning; name a reranker or embeddings with meaning().");
        }
        FewShotSampler sampler = sampler();
        return Arrays.stream(sampling.indices(size()))
                .mapToObj(place -> sample(indices.get(place), sampler))
                .iterator();
    }

    @Override
    public String toString() {
        return config.name() + ", " + fewShot() + "-shot";
    }

    private int fewShot() {
        return config.numFewShot().orElse(0);
    }

    private Sample sample(int index, FewShotSampler sampler) {
        Doc doc = data.evaluated().docs().get(index);
        int count = fewShot();
        List<Doc> shots = count == 0 ? List.of() : sampler.next(count, data.isLeftOut() ? doc : null);
        List<Ask.Context> contexts =
                prompts.of(doc, shots).stream().map(options.style::context).toList();
        return new LmehSample(index, doc, form.asks(doc, contexts), form);
    }

    private FewShotSampler sampler() {
        List<Doc> pool = fewShot() == 0 ? List.of() : pool().docs();
        return FewShotSampler.named(config.fewShot().sampler(), pool, options.fewShotSeed);
    }

    private Documents pool() {
        Documents pool = data.pool(config);
        int needed = fewShot() + (data.isLeftOut() ? 1 : 0);
        if (pool.docs().size() < needed) {
            throw new IllegalArgumentException("The task " + config.name() + " has "
                    + pool.docs().size() + " documents to take examples from, but " + needed
                    + " are needed; ask for fewer with fewShot.");
        }
        if (!poolIsChecked) {
            pool.docs().forEach(prompts::checkExample);
            poolIsChecked = true;
        }
        return pool;
    }

    private LmehTask with(Options changed) {
        return new LmehTask(base, overrides, data, changed);
    }
}
