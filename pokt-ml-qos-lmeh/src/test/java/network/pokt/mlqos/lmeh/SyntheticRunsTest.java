package network.pokt.mlqos.lmeh;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import network.pokt.mlqos.evaluation.CompletionsApi;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.lmeh.data.DatasetSource;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.filter.FilterPipeline;
import network.pokt.mlqos.lmeh.filter.ResponseFilter;
import network.pokt.mlqos.lmeh.golden.GoldenRun;
import network.pokt.mlqos.lmeh.golden.Replay;
import network.pokt.mlqos.lmeh.prompt.FewShotSampler;
import network.pokt.mlqos.lmeh.prompt.PromptLayout;
import network.pokt.mlqos.lmeh.prompt.PromptStyle;
import network.pokt.mlqos.metric.ExactMatch;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.token.HuggingFaceTokenizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded runs of made-up tasks, each of which turns one screw: samplers, layouts, prefixes, lengths, interfaces. */
class SyntheticRunsTest {

    private static final int ALL = 10_000;

    /** A run, and how its task and its interface differ from the usual. */
    private record Case(
            String name,
            String examples,
            Function<String, TaskDefinition> task,
            UnaryOperator<LmehTask> options,
            UnaryOperator<CompletionsApi.Builder> api) {

        @Override
        public String toString() {
            return name;
        }

        Case with(UnaryOperator<LmehTask> changed) {
            return new Case(name, examples, task, changed, api);
        }

        Case over(UnaryOperator<CompletionsApi.Builder> changed) {
            return new Case(name, examples, task, options, changed);
        }

        LmehTask on(DatasetSource documents) {
            String split = name.equals("syn_fewshot_no_split") ? "validation" : "test";
            return options.apply(LmehTask.of(task.apply(name), documents, split, examples));
        }
    }

    static List<Case> choices() {
        FewShotSampler.Kind first = FewShotSampler.Kind.FIRST;
        return List.of(
                choice("syn_fewshot_same_split", "test", task -> task.fewShot(5).leavesOutEvaluated(true)),
                choice(
                        "syn_fewshot_same_first_n",
                        "test",
                        task -> task.fewShot(4).sampler(first).leavesOutEvaluated(true)),
                choice("syn_fewshot_no_split", "train", task -> task.fewShot(3).leavesOutEvaluated(true)),
                choice("syn_fewshot_test_fallback", "test", task -> task.fewShot(2)),
                choice("syn_fewshot_big_k", "train", task -> task.fewShot(12)),
                choice("syn_seed", "train", task -> task.fewShot(4)).with(task -> task.fewShotSeed(42)),
                choice("syn_limit_fraction", "none", task -> task),
                choice("syn_gen_prefix_mc", "train", task -> task.fewShot(2).prefix(doc -> "Best choice:")),
                choice("syn_unicode_mc", "train", task -> task.fewShot(2).description(doc -> "质问と答え 🎓\n\n")),
                choice(
                        "syn_delims_empty",
                        "train",
                        task -> task.fewShot(3).description(doc -> "Pick one.").layout(PromptLayout.of("", ""))),
                choice("syn_truncate", "train", task -> task.fewShot(6)).over(api -> api.maxLength(96)),
                choice("syn_strings", "train", task -> task.fewShot(2)).over(api -> api.tokenizedRequests(false)));
    }

    static List<Case> generations() {
        return List.of(
                generation("syn_concurrent", "train", task -> task.fewShot(1)).over(api -> api.stopAtEos(false)),
                generation("syn_num_fewshot_override", "train", task -> task.fewShot(5))
                        .with(task -> task.fewShot(2)),
                generation("syn_num_fewshot_zero", "train", task -> task),
                generation(
                        "syn_gen_prefix_gen", "train", task -> task.fewShot(2).prefix(doc -> "The answer is")),
                generation("syn_gen_kwargs", "none", task -> task),
                generation("syn_gen_defaults", "none", task -> task),
                generation("syn_system_plain", "train", task -> task.fewShot(2).description(doc -> "Sums follow."))
                        .with(task -> task.systemInstruction("You are a calculator.")),
                generation("syn_truncate_gen", "train", task -> task.fewShot(6)).over(api -> api.maxLength(128)),
                generation("syn_strings_gen", "none", task -> task).over(api -> api.tokenizedRequests(false)));
    }

    static List<Case> conversations() {
        UnaryOperator<LmehTask> turns = task -> task.promptStyle(PromptStyle.CHAT);
        UnaryOperator<LmehTask> oneTurn = task -> task.promptStyle(PromptStyle.CHAT_IN_ONE_TURN);
        UnaryOperator<TaskDefinition.Builder> sums = task -> task.fewShot(3).description(doc -> "You solve sums.\n\n");
        return List.of(
                generation("syn_chat_multiturn", "train", sums)
                        .with(task -> turns.apply(task.systemInstruction("Be terse."))),
                generation("syn_chat_single", "train", sums)
                        .with(task -> oneTurn.apply(task.systemInstruction("Be terse."))),
                generation("syn_chat_prefix", "train", task -> task.fewShot(2).prefix(doc -> "The answer is"))
                        .with(turns),
                generation(
                                "syn_chat_prefix_single",
                                "train",
                                task -> task.fewShot(2)
                                        .prefix(doc -> "Answer: ")
                                        .layout(PromptLayout.of("\n", "\n\n")))
                        .with(oneTurn));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void choices_are_asked_and_judged_as_recorded(Case run) {
        replayCompletions(run);
    }

    @ParameterizedTest
    @MethodSource("generations")
    void generations_are_asked_and_judged_as_recorded(Case run) {
        replayCompletions(run);
    }

    @ParameterizedTest
    @MethodSource("conversations")
    void conversations_are_asked_and_judged_as_recorded(Case run) {
        GoldenRun recorded = GoldenRun.load(run.name());
        Replay.of(recorded, run.on(recorded.documents()), ModelApi.chat().build(), ALL);
    }

    @ParameterizedTest
    @MethodSource("otherTokenizer")
    void another_tokenizer_gives_the_ids_that_were_recorded(Case run) {
        replay(run, "_tokenizers/phi-3-mini");
    }

    static List<Case> otherTokenizer() {
        return List.of(choice("syn_phi3_plain", "train", task -> task.fewShot(2)));
    }

    private static void replayCompletions(Case run) {
        replay(run, "_tokenizers/phi-2");
    }

    private static void replay(Case run, String tokenizer) {
        GoldenRun recorded = GoldenRun.load(run.name());
        int limit = run.name().equals("syn_limit_fraction") ? 10 : ALL;
        try (HuggingFaceTokenizer ids = HuggingFaceTokenizer.load(GoldenRun.file(tokenizer))) {
            ModelApi api = run.api()
                    .apply(ModelApi.completions().tokenizer(ids).maxLength(4096))
                    .build();
            Replay.of(recorded, run.on(recorded.documents()), api, limit);
        }
    }

    private static Case choice(String name, String examples, UnaryOperator<TaskDefinition.Builder> change) {
        List<ChoiceMetric> metrics = name.equals("syn_unicode_mc")
                ? List.of(ChoiceMetric.values())
                : List.of(ChoiceMetric.ACC, ChoiceMetric.ACC_NORM);
        String delimiter = name.equals("syn_delims_empty") ? "" : " ";
        ChoiceForm form = new ChoiceForm(doc -> doc.texts("choices"), SyntheticRunsTest::label, delimiter, metrics);
        Function<String, TaskDefinition> task = named -> change.apply(TaskDefinition.builder(
                        named,
                        "1",
                        doc -> "Question: " + PythonText.strip(doc.text("question")) + "\nAnswer:",
                        doc -> doc.texts("choices").get(label(doc))))
                .form(form);
        return new Case(name, examples, task, UnaryOperator.identity(), UnaryOperator.identity());
    }

    private static Case generation(String name, String examples, UnaryOperator<TaskDefinition.Builder> change) {
        GenerationForm form = new GenerationForm(
                parameters(name),
                SyntheticRunsTest::shortAnswer,
                List.of(FilterPipeline.of("none", ResponseFilter.TAKE_FIRST)),
                ExactMatch.strict());
        Function<String, TaskDefinition> task = named -> change.apply(TaskDefinition.builder(
                        named, "1", doc -> "Q: " + doc.text("question") + "\nA:", SyntheticRunsTest::shortAnswer))
                .form(form);
        return new Case(name, examples, task, UnaryOperator.identity(), UnaryOperator.identity());
    }

    private static Ask.Generation parameters(String name) {
        Map<String, Object> sampled = new LinkedHashMap<>();
        sampled.put("do_sample", true);
        sampled.put("top_p", 0.9);
        return switch (name) {
            case "syn_gen_kwargs" -> new Ask.Generation(List.of("\n"), 32, 0.25, sampled);
            case "syn_gen_defaults" -> Ask.Generation.greedy(0, "\n\n");
            default -> Ask.Generation.greedy(48, "\n\n", "Q:");
        };
    }

    private static int label(Doc doc) {
        return ((Number) doc.columns().get("label")).intValue();
    }

    private static String shortAnswer(Doc doc) {
        return String.valueOf(doc.columns().get("short"));
    }
}
