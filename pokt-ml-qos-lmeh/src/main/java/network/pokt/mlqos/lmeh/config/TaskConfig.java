package network.pokt.mlqos.lmeh.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a task says, resolved: includes, overrides and defaults applied. Immutable.
 *
 * <pre>{@code
 * TaskConfig capitals = TaskConfig.builder("capitals")
 *         .set("dataset_path", "json")
 *         .set("test_split", "test")
 *         .set("doc_to_text", "The capital of {{country}} is")
 *         .set("doc_to_target", "capital")
 *         .build();
 * }</pre>
 */
public final class TaskConfig implements TaskTree {

    /** The fields in the order in which the reference prints them. */
    private static final List<String> KEYS = List.of(
            "task",
            "task_alias",
            "tag",
            "custom_dataset",
            "dataset_path",
            "dataset_name",
            "dataset_kwargs",
            "training_split",
            "validation_split",
            "test_split",
            "fewshot_split",
            "process_docs",
            "doc_to_text",
            "doc_to_target",
            "doc_to_image",
            "doc_to_audio",
            "unsafe_code",
            "doc_to_choice",
            "process_results",
            "use_prompt",
            "description",
            "target_delimiter",
            "fewshot_delimiter",
            "fewshot_config",
            "num_fewshot",
            "metric_list",
            "output_type",
            "generation_kwargs",
            "repeats",
            "filter_list",
            "should_decontaminate",
            "doc_to_decontamination_query",
            "gen_prefix",
            "metadata");

    /** Fields that say where a task stands, which a task itself does not have. */
    private static final Set<String> STRUCTURAL = Set.of("group", "task_list");

    private static final Set<String> KNOWN = Set.copyOf(KEYS);
    private static final Set<String> METRIC_KEYS = Set.of("metric", "aggregation", "higher_is_better", "hf_evaluate");

    private final Map<String, @Nullable Object> given;
    private final String origin;
    private final Fields fields;
    private final String task;
    private final OutputType outputType;
    private final DatasetConfig dataset;
    private final FormatConfig format;
    private final FewShotConfig fewShot;
    private final Optional<List<MetricConfig>> metrics;
    private final List<PipelineConfig> pipelines;
    private final Map<String, @Nullable Object> generation;

    private TaskConfig(Map<String, ? extends @Nullable Object> given, String origin) {
        Map<String, @Nullable Object> own = new LinkedHashMap<>(given);
        own.keySet().removeAll(STRUCTURAL);
        this.given = Collections.unmodifiableMap(own);
        this.origin = origin;
        this.fields = new Fields(own, origin);
        fields.rejectUnknown(KNOWN);
        String name = fields.text("task");
        if (name == null) {
            throw fields.wrong("task", "the task's name");
        }
        this.task = name;
        this.outputType = type(fields);
        this.dataset = new DatasetConfig(fields);
        this.format = new FormatConfig(fields);
        this.fewShot = FewShotConfig.of(fields);
        this.metrics = fields.has("metric_list") ? Optional.of(metrics(fields)) : Optional.empty();
        this.pipelines = fields.has("filter_list") ? pipelines(fields) : List.of(PipelineConfig.NONE);
        this.generation = GenerationDefaults.apply(fields, outputType, format.fewShotDelimiter());
        count("repeats");
        count("num_fewshot");
        for (String flag : List.of("unsafe_code", "should_decontaminate")) {
            fields.flag(flag);
        }
        for (String text : List.of("task_alias", "use_prompt")) {
            fields.text(text);
        }
        processDocs();
        processResults();
        tags();
    }

    /**
     * Returns the task that these fields describe.
     *
     * @param fields the fields by their names in task files, with values as {@link #toMap} has them
     * @param origin where they are from, for messages
     * @throws ConfigException if a field is unknown or has a value of the wrong type
     */
    public static TaskConfig of(Map<String, ? extends @Nullable Object> fields, String origin) {
        return new TaskConfig(fields, origin);
    }

    /** Begins a task of this name in Java. */
    public static Builder builder(String task) {
        return new Builder("the task " + task, Map.of("task", task));
    }

    /** Begins a task that is as this one except for what is set. */
    public Builder toBuilder() {
        return new Builder(origin, given);
    }

    @Override
    public String name() {
        return task;
    }

    /** Returns where the task is from: a file's path or words of the caller. */
    public String origin() {
        return origin;
    }

    /** Returns {@code task_alias}, the name for tables. */
    public Optional<String> alias() {
        return Optional.ofNullable(fields.text("task_alias"));
    }

    /** Returns {@code tag}, one or several. */
    public List<String> tags() {
        return fields.texts("tag");
    }

    public DatasetConfig dataset() {
        return dataset;
    }

    /** Returns {@code process_docs}: what is done to a split before anything else. */
    public Optional<FunctionRef> processDocs() {
        return Optional.ofNullable(fields.function("process_docs"));
    }

    /** Returns how the evaluated document is put into words. */
    public FormatConfig format() {
        return format;
    }

    /** Returns {@code doc_to_image}; a task that has it asks about pictures. */
    public Optional<FieldValue> image() {
        return Optional.ofNullable(fields.value("doc_to_image"));
    }

    /** Returns {@code doc_to_audio}; a task that has it asks about recordings. */
    public Optional<FieldValue> audio() {
        return Optional.ofNullable(fields.value("doc_to_audio"));
    }

    /** Returns whether scoring the task executes what a model wrote. */
    public boolean unsafeCode() {
        return fields.flag("unsafe_code");
    }

    /** Returns {@code process_results}: what judges a document's responses, in place of metrics. */
    public Optional<FunctionRef> processResults() {
        return Optional.ofNullable(fields.function("process_results"));
    }

    /** Returns {@code use_prompt}, a prompt of promptsource. */
    public Optional<String> usePrompt() {
        return Optional.ofNullable(fields.text("use_prompt"));
    }

    /** Returns {@code description}: what is said before all examples; a column, a template, or the empty text. */
    public FieldValue description() {
        FieldValue description = fields.value("description");
        return description == null ? new FieldValue.Text("") : description;
    }

    public FewShotConfig fewShot() {
        return fewShot;
    }

    /** Returns {@code num_fewshot}: how many examples; empty if the task does not say, which is none. */
    public OptionalInt numFewShot() {
        Integer count = fields.count("num_fewshot");
        return count == null ? OptionalInt.empty() : OptionalInt.of(count);
    }

    /** Returns {@code metric_list}; empty for the metrics that the output type has by default. */
    public Optional<List<MetricConfig>> metrics() {
        return metrics;
    }

    public OutputType outputType() {
        return outputType;
    }

    /**
     * Returns {@code generation_kwargs} with {@code until} and, if there are none, the defaults; empty for a task that does not
     * generate and gives none.
     */
    public Map<String, @Nullable Object> generation() {
        return generation;
    }

    /** Returns how often each request is sent, 1 by default. */
    public int repeats() {
        Integer repeats = fields.count("repeats");
        return repeats == null ? 1 : repeats;
    }

    /** Returns {@code filter_list}; by default the one pipeline {@link PipelineConfig#NONE}. */
    public List<PipelineConfig> pipelines() {
        return pipelines;
    }

    public boolean shouldDecontaminate() {
        return fields.flag("should_decontaminate");
    }

    /** Returns {@code doc_to_decontamination_query}. */
    public Optional<FieldValue> decontaminationQuery() {
        return Optional.ofNullable(fields.value("doc_to_decontamination_query"));
    }

    /** Returns {@code metadata}, empty if there is none. */
    public Map<String, @Nullable Object> metadata() {
        return fields.raw("metadata") instanceof Map<?, ?> ? fields.named("metadata") : Map.of();
    }

    /** Returns the task's version as its metadata has it: a number, a text or null. */
    public @Nullable Object version() {
        return metadata().get("version");
    }

    /** Returns this task as a run wants it. */
    public TaskConfig with(RunOverrides overrides) {
        Builder changed = toBuilder();
        if (outputType == OutputType.GENERATE_UNTIL && !overrides.generation().isEmpty()) {
            Map<String, @Nullable Object> merged = new LinkedHashMap<>(generation);
            merged.putAll(overrides.generation());
            changed.set("generation_kwargs", merged);
        }
        OptionalInt shots = numFewShot();
        // A task that says 0 means it: examples would change what it measures.
        if (shots.isEmpty() || shots.getAsInt() != 0) {
            changed.set("num_fewshot", overrides.numFewShot().orElse(shots.orElse(0)));
        }
        return changed.build();
    }

    /**
     * Returns the fields that are not null by their names in task files, with all defaults and without tags, in the order in which the reference
     * prints them. Functions are {@link FunctionRef}s.
     */
    public Map<String, Object> toMap() {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(fields.inOrder(KEYS));
        all.remove("tag");
        all.putIfAbsent("unsafe_code", false);
        all.putIfAbsent("description", "");
        all.put("target_delimiter", format.targetDelimiter());
        all.put("fewshot_delimiter", format.fewShotDelimiter());
        all.put("fewshot_config", fewShot.toMap());
        all.put("output_type", outputType.key());
        if (!generation.isEmpty() || fields.has("generation_kwargs")) {
            all.put("generation_kwargs", generation);
        }
        all.put("repeats", (long) repeats());
        all.putIfAbsent("should_decontaminate", false);
        Map<String, Object> printed = new LinkedHashMap<>();
        all.forEach((key, value) -> {
            if (value != null) {
                printed.put(key, value);
            }
        });
        return Collections.unmodifiableMap(printed);
    }

    /** Returns the fields as they were given, before defaults. */
    Map<String, @Nullable Object> given() {
        return given;
    }

    @Override
    public String toString() {
        return task + " (" + origin + ")";
    }

    private void count(String key) {
        fields.count(key);
    }

    private static OutputType type(Fields fields) {
        String key = fields.text("output_type", OutputType.GENERATE_UNTIL.key());
        return OutputType.of(key)
                .orElseThrow(() -> fields.wrong(
                        "output_type", "generate_until, multiple_choice, loglikelihood or loglikelihood_rolling"));
    }

    private static List<MetricConfig> metrics(Fields task) {
        List<MetricConfig> metrics = new ArrayList<>();
        for (Object element : task.list("metric_list")) {
            Fields entry = task.element("metric_list", metrics.size(), element);
            Callee metric = entry.callee("metric");
            if (metric == null) {
                throw entry.wrong("metric", "the metric's name");
            }
            metrics.add(new MetricConfig(
                    metric,
                    entry.callee("aggregation"),
                    entry.has("higher_is_better") ? (Boolean) entry.flag("higher_is_better") : null,
                    entry.flag("hf_evaluate"),
                    entry.without(METRIC_KEYS)));
        }
        return List.copyOf(metrics);
    }

    private static List<PipelineConfig> pipelines(Fields task) {
        List<PipelineConfig> pipelines = new ArrayList<>();
        for (Object element : task.list("filter_list")) {
            Fields entry = task.element("filter_list", pipelines.size(), element);
            String name = entry.text("name");
            if (name == null) {
                throw entry.wrong("name", "the pipeline's name");
            }
            List<FilterConfig> steps = new ArrayList<>();
            for (Object step : entry.list("filter")) {
                Fields filter = entry.element("filter", steps.size(), step);
                Callee function = filter.callee("function");
                if (function == null) {
                    throw filter.wrong("function", "the filter's name");
                }
                steps.add(new FilterConfig(function, filter.without(Set.of("function"))));
            }
            pipelines.add(new PipelineConfig(name, steps));
        }
        return List.copyOf(pipelines);
    }

    /** Collects the fields of a task. Not thread-safe. */
    public static final class Builder {

        private final String origin;
        private final Map<String, @Nullable Object> fields;

        private Builder(String origin, Map<String, ? extends @Nullable Object> fields) {
            this.origin = origin;
            this.fields = new LinkedHashMap<>(fields);
        }

        /**
         * Sets a field.
         *
         * @param field its name in task files, such as {@code doc_to_text}
         * @param value a text, number, boolean, list, map or {@link FunctionRef}; null for none
         */
        public Builder set(String field, @Nullable Object value) {
            fields.put(field, Raw.frozen(value));
            return this;
        }

        /**
         * Returns the task.
         *
         * @throws ConfigException if a field is unknown or has a value of the wrong type
         */
        public TaskConfig build() {
            return new TaskConfig(fields, origin);
        }
    }
}
