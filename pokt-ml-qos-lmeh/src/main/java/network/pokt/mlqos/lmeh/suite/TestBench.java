package network.pokt.mlqos.lmeh.suite;

import java.util.List;
import network.pokt.mlqos.lmeh.suite.Suite.Part;
import network.pokt.mlqos.task.Measure;

/**
 * What the POKT test bench asks. It numbers parts of benchmarks, such as {@code bbh-split_07-...}, so that its list of today is
 * of patterns; its tasks that execute generated code are left out.
 */
final class TestBench {

    private static final String BY_MEANING = "a-vert_match";
    private static final String PASS_ALL = "pass_all";

    private TestBench() {}

    static Suite today() {
        return new Suite(
                "test_bench",
                "What the POKT test bench asks: conversations only, most answers matched by meaning",
                List.of(
                        byMeaning("GSM8K", "gsm8k_chat"),
                        byMeaning("GPQA", "gpqa_subtask_*"),
                        byMeaning("BBH", "bbh-split_*"),
                        byMeaning("MMLU", "mmlu_*_chat_generative"),
                        byMeaning("MMLU-Pro", "mmlu_pro-category_*"),
                        byMeaning("bAbI steps", "babisteps-chat_zero_shot-task_*"),
                        byMeaning("ExploreToM", "exploretom-*"),
                        part("IFEval", "ifeval", "prompt_level_loose_acc", Measure.NO_FILTER),
                        part("IFBench", "ifbench*", "prompt_level_loose_acc", Measure.NO_FILTER),
                        part("Reasoning Gym", "reasoning_gym_*", "score_match", Measure.NO_FILTER),
                        part("T-Eval", "t-eval_pnyx_*", "call_match", "tool_call_extract")));
    }

    /** The list of 2024, which is that of the first Open LLM Leaderboard but for one filter. */
    static Suite of2024() {
        List<Part> parts = LeaderboardSuites.v1().parts().stream()
                .map(part -> part.name().equals("GSM8K")
                        ? new Part(part.name(), List.of(SuiteTask.of("gsm8k", 5, "exact_match", "flexible-extract", 0)))
                        : part)
                .toList();
        return new Suite("test_bench_2024", "What the POKT test bench asked in 2024", parts);
    }

    private static Part byMeaning(String name, String tasks) {
        return part(name, tasks, BY_MEANING, PASS_ALL);
    }

    private static Part part(String name, String tasks, String metric, String filter) {
        return new Part(name, List.of(SuiteTask.asDefined(tasks, metric, filter)));
    }
}
