package network.pokt.mlqos.lmeh.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where examples come from and how they look: {@code fewshot_config}, with all that it inherits from its task. Immutable.
 *
 * <p>{@code fewshot_indices} is accepted and has no effect, as in the reference.
 */
public final class FewShotConfig {

    /** The keys of {@code fewshot_config}, in the order in which the reference prints them. */
    static final List<String> KEYS = List.of(
            "sampler",
            "split",
            "process_docs",
            "fewshot_indices",
            "samples",
            "doc_to_text",
            "doc_to_choice",
            "doc_to_target",
            "gen_prefix",
            "fewshot_delimiter",
            "target_delimiter");

    private static final Set<String> INHERITED = Set.of(
            "process_docs",
            "doc_to_text",
            "doc_to_choice",
            "doc_to_target",
            "gen_prefix",
            "fewshot_delimiter",
            "target_delimiter");

    private final Callee sampler;
    private final @Nullable String split;
    private final @Nullable FunctionRef processDocs;
    private final @Nullable FieldValue samples;
    private final FormatConfig format;
    private final Map<String, @Nullable Object> map;

    private FewShotConfig(Fields fields, FormatConfig format) {
        Callee given = fields.callee("sampler");
        this.sampler = given == null ? new Callee.Named("default") : given;
        this.split = fields.text("split");
        this.processDocs = fields.function("process_docs");
        this.samples = fields.value("samples");
        if (samples != null && !(samples instanceof FieldValue.Items || samples instanceof FieldValue.Python)) {
            throw fields.wrong("samples", "a list or a function");
        }
        this.format = format;
        this.map = fields.inOrder(KEYS);
    }

    static FewShotConfig of(Fields task) {
        Map<String, @Nullable Object> own = task.named("fewshot_config");
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        for (String key : KEYS) {
            all.put(key, INHERITED.contains(key) ? task.raw(key) : null);
        }
        all.put("sampler", "default");
        all.put("split", task.raw("fewshot_split"));
        all.put("target_delimiter", task.text("target_delimiter", " "));
        all.put("fewshot_delimiter", task.text("fewshot_delimiter", "\n\n"));
        all.putAll(own);
        Fields fields = new Fields(all, task.origin() + ", fewshot_config");
        fields.rejectUnknown(Set.copyOf(KEYS));
        return new FewShotConfig(fields, new FormatConfig(fields));
    }

    /** Returns how examples are chosen: {@code default} (at random), {@code first_n} or a class of the task. */
    public Callee sampler() {
        return sampler;
    }

    /** Returns the split that examples are from; it comes before {@link #samples}. */
    public Optional<String> split() {
        return Optional.ofNullable(split);
    }

    /** Returns what is done to the split before examples are drawn. */
    public Optional<FunctionRef> processDocs() {
        return Optional.ofNullable(processDocs);
    }

    /** Returns the examples themselves: {@link FieldValue.Items} of mappings, or a {@link FieldValue.Python}. */
    public Optional<FieldValue> samples() {
        return Optional.ofNullable(samples);
    }

    public FormatConfig format() {
        return format;
    }

    /** Returns all fields by their names in task files, null where there is nothing. */
    public Map<String, @Nullable Object> toMap() {
        return map;
    }
}
