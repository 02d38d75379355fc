package network.pokt.mlqos.lmeh;

import java.util.List;
import java.util.function.Function;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.prompt.FewShotPrompt;
import network.pokt.mlqos.lmeh.prompt.FewShotSampler;
import network.pokt.mlqos.lmeh.prompt.PromptLayout;

/** What a task says, whatever its documents are. Immutable. */
final class TaskDefinition {

    final String name;
    final String version;
    final int fewShot;
    final FewShotSampler.Kind sampler;
    final boolean leavesOutEvaluated;
    final TaskForm form;
    private final Function<Doc, String> description;
    private final Function<Doc, String> question;
    private final Function<Doc, String> answer;
    private final Function<Doc, String> prefix;
    private final PromptLayout layout;

    private TaskDefinition(Builder builder, TaskForm form) {
        this.name = builder.name;
        this.version = builder.version;
        this.fewShot = builder.fewShot;
        this.sampler = builder.sampler;
        this.leavesOutEvaluated = builder.leavesOutEvaluated;
        this.description = builder.description;
        this.question = builder.question;
        this.answer = builder.answer;
        this.prefix = builder.prefix;
        this.layout = builder.layout;
        this.form = form;
    }

    /**
     * Begins a definition.
     *
     * @param question {@code doc_to_text}
     * @param answer the text that {@code doc_to_target} stands for
     */
    static Builder builder(String name, String version, Function<Doc, String> question, Function<Doc, String> answer) {
        return new Builder(name, version, question, answer);
    }

    /** Throws now what a document that is not fit would make a run throw later. */
    void check(Doc doc) {
        prompt(doc, List.of(doc), "");
    }

    FewShotPrompt prompt(Doc doc, Iterable<Doc> examples, String systemInstruction) {
        FewShotPrompt.Builder prompt =
                FewShotPrompt.builder().system(layout.fewShot().join(systemInstruction, description.apply(doc)));
        for (Doc example : examples) {
            prompt.shot(layout, question.apply(example), prefix.apply(example), answer.apply(example));
        }
        return prompt.ask(layout, question.apply(doc), prefix.apply(doc));
    }

    /** Collects what a task says. Not thread-safe. */
    static final class Builder {

        private final String name;
        private final String version;
        private final Function<Doc, String> question;
        private final Function<Doc, String> answer;
        private Function<Doc, String> description = doc -> "";
        private Function<Doc, String> prefix = doc -> "";
        private PromptLayout layout = PromptLayout.DEFAULT;
        private int fewShot;
        private FewShotSampler.Kind sampler = FewShotSampler.Kind.RANDOM;
        private boolean leavesOutEvaluated;

        private Builder(String name, String version, Function<Doc, String> question, Function<Doc, String> answer) {
            this.name = name;
            this.version = version;
            this.question = question;
            this.answer = answer;
        }

        /** {@code description}: what is said before everything else. */
        Builder description(Function<Doc, String> description) {
            this.description = description;
            return this;
        }

        /** {@code gen_prefix}: how each answer begins. */
        Builder prefix(Function<Doc, String> prefix) {
            this.prefix = prefix;
            return this;
        }

        Builder layout(PromptLayout layout) {
            this.layout = layout;
            return this;
        }

        /** {@code num_fewshot}: how many examples there are unless somebody says otherwise. */
        Builder fewShot(int count) {
            this.fewShot = count;
            return this;
        }

        Builder sampler(FewShotSampler.Kind sampler) {
            this.sampler = sampler;
            return this;
        }

        /**
         * Whether the evaluated document is kept out of its own examples: if both come from one split, or neither is
         * named.
         */
        Builder leavesOutEvaluated(boolean leavesOutEvaluated) {
            this.leavesOutEvaluated = leavesOutEvaluated;
            return this;
        }

        TaskDefinition form(TaskForm form) {
            return new TaskDefinition(this, form);
        }
    }
}
