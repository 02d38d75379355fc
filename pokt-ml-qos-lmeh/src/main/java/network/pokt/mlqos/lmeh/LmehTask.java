package network.pokt.mlqos.lmeh;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import network.pokt.mlqos.lmeh.data.DatasetSource;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.data.Documents;
import network.pokt.mlqos.lmeh.data.LazyDocuments;
import network.pokt.mlqos.lmeh.prompt.FewShotSampler;
import network.pokt.mlqos.lmeh.prompt.PromptStyle;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.task.Task;

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

    private final TaskDefinition definition;
    private final Documents documents;
    private final LazyDocuments examples;
    private final Options options;

    private record Options(int fewShot, long fewShotSeed, PromptStyle style, String systemInstruction) {}

    private LmehTask(TaskDefinition definition, Documents documents, LazyDocuments examples, Options options) {
        this.definition = definition;
        this.documents = documents;
        this.examples = examples;
        this.options = options;
    }

    /** Reads the documents of one split at once, and those to take examples from when they are needed. */
    static LmehTask of(TaskDefinition definition, DatasetSource source, String split, String exampleSplit) {
        LazyDocuments documents = new LazyDocuments(source, split, definition::check);
        LazyDocuments examples = new LazyDocuments(source, exampleSplit, definition::check);
        Options options = new Options(definition.fewShot, DEFAULT_FEW_SHOT_SEED, PromptStyle.TEXT, "");
        return new LmehTask(definition, documents.get(), examples, options);
    }

    /**
     * Sets how many examples precede each question; the default is the task's own.
     *
     * @throws IllegalArgumentException if the number is negative; too many are noticed when the examples are read
     */
    public LmehTask fewShot(int examplesPerPrompt) {
        if (examplesPerPrompt < 0) {
            throw new IllegalArgumentException("The number of examples must be at least 0, got " + examplesPerPrompt
                    + "; 0 asks without examples.");
        }
        return with(new Options(examplesPerPrompt, options.fewShotSeed, options.style, options.systemInstruction));
    }

    /** Sets the seed that examples are drawn with, {@code 1234} by default. */
    public LmehTask fewShotSeed(long seed) {
        return with(new Options(options.fewShot, seed, options.style, options.systemInstruction));
    }

    /**
     * Sets whether prompts are texts, which is the default, or conversations.
     *
     * @throws IllegalArgumentException if the task needs log-likelihoods, which conversations do not give
     */
    public LmehTask promptStyle(PromptStyle style) {
        if (style != PromptStyle.TEXT && !definition.form.canChat()) {
            throw new IllegalArgumentException("The task " + definition.name
                    + " asks for log-likelihoods, which no chat interface gives; leave its prompt style "
                    + PromptStyle.TEXT + ".");
        }
        return with(new Options(options.fewShot, options.fewShotSeed, style, options.systemInstruction));
    }

    /** Sets what each prompt begins with, before the task's own description; nothing by default. */
    public LmehTask systemInstruction(String instruction) {
        return with(new Options(options.fewShot, options.fewShotSeed, options.style, instruction));
    }

    @Override
    public String name() {
        return definition.name;
    }

    /** {@inheritDoc} It reads as text: harness, name, version, options and the hashes of the documents and examples. */
    @Override
    public String fingerprint() {
        String shots = options.fewShot == 0
                ? "0-shot"
                : options.fewShot + "-shot seed " + options.fewShotSeed + " from sha256 " + pool().sha256();
        return HARNESS + ", " + definition.name + " version " + definition.version + ", " + shots + ", " + options.style
                + ", system '" + options.systemInstruction + "', documents sha256 " + documents.sha256();
    }

    @Override
    public int size() {
        return documents.docs().size();
    }

    @Override
    public List<Measure> measures() {
        return definition.form.measures();
    }

    /**
     * {@inheritDoc}
     *
     * @throws network.pokt.mlqos.lmeh.data.DatasetException if there are no examples, or fewer than asked for
     */
    @Override
    public Iterator<Sample> samples(Sampling sampling) {
        FewShotSampler sampler = sampler();
        return Arrays.stream(sampling.indices(size()))
                .mapToObj(index -> sample(index, sampler))
                .iterator();
    }

    @Override
    public String toString() {
        return definition.name + ", " + options.fewShot + "-shot";
    }

    private Sample sample(int index, FewShotSampler sampler) {
        Doc doc = documents.docs().get(index);
        Doc leftOut = definition.leavesOutEvaluated ? doc : null;
        List<Doc> shots = options.fewShot == 0 ? List.of() : sampler.next(options.fewShot, leftOut);
        return definition.form.sample(
                index, doc, definition.prompt(doc, shots, options.systemInstruction), options.style);
    }

    private FewShotSampler sampler() {
        List<Doc> pool = options.fewShot == 0 ? List.of() : pool().docs();
        return FewShotSampler.of(definition.sampler, pool, options.fewShotSeed);
    }

    private Documents pool() {
        Documents pool = examples.get();
        int needed = options.fewShot + (definition.leavesOutEvaluated ? 1 : 0);
        if (pool.docs().size() < needed) {
            throw new IllegalArgumentException("The task " + definition.name + " has "
                    + pool.docs().size() + " documents to take examples from, but " + needed
                    + " are needed; ask for fewer with fewShot.");
        }
        return pool;
    }

    private LmehTask with(Options changed) {
        return new LmehTask(definition, documents, examples, changed);
    }
}
