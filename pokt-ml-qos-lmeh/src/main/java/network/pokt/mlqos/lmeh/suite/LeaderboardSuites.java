package network.pokt.mlqos.lmeh.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.lmeh.natives.MmluSubjects;
import network.pokt.mlqos.lmeh.suite.Suite.Part;

/**
 * The two Open LLM Leaderboards. What guessing gets, and which tasks are set against it one by one, is from
 * {@code https://huggingface.co/docs/leaderboards/open_llm_leaderboard/normalization}.
 */
final class LeaderboardSuites {

    private static final String NONE = "none";

    private LeaderboardSuites() {}

    static Suite v1() {
        List<SuiteTask> mmlu = MmluSubjects.NAMES.stream()
                .map(subject -> SuiteTask.of("mmlu_" + subject, 5, "acc", NONE, 0))
                .toList();
        return new Suite(
                "open_llm_leaderboard_v1",
                "Open LLM Leaderboard of 2023: six benchmarks, not set against guessing",
                List.of(
                        part("ARC", SuiteTask.of("arc_challenge", 25, "acc_norm", NONE, 0)),
                        part("HellaSwag", SuiteTask.of("hellaswag", 10, "acc_norm", NONE, 0)),
                        new Part("MMLU", mmlu),
                        part("TruthfulQA", SuiteTask.of("truthfulqa_mc2", 0, "acc", NONE, 0)),
                        part("Winogrande", SuiteTask.of("winogrande", 5, "acc", NONE, 0)),
                        part("GSM8K", SuiteTask.of("gsm8k", 5, "exact_match", "strict-match", 0))));
    }

    static Suite v2() {
        List<SuiteTask> bbh = new ArrayList<>();
        choicesOfBbh()
                .forEach((task, choices) ->
                        bbh.add(SuiteTask.of("leaderboard_bbh_" + task, 3, "acc_norm", NONE, 1.0 / choices)));
        return new Suite(
                "open_llm_leaderboard_v2",
                "Open LLM Leaderboard of 2024: six harder benchmarks, each set against guessing",
                List.of(
                        new Part(
                                "IFEval",
                                List.of(
                                        SuiteTask.of("leaderboard_ifeval", 0, "inst_level_strict_acc", NONE, 0),
                                        SuiteTask.of("leaderboard_ifeval", 0, "prompt_level_strict_acc", NONE, 0))),
                        new Part("BBH", bbh),
                        part("MATH Lvl 5", SuiteTask.of("leaderboard_math_hard", 4, "exact_match", NONE, 0)),
                        part("GPQA", SuiteTask.of("leaderboard_gpqa", 0, "acc_norm", NONE, 1.0 / 4)),
                        new Part(
                                "MUSR",
                                List.of(
                                        musr("murder_mysteries", 2),
                                        musr("object_placements", 5),
                                        musr("team_allocation", 3))),
                        part("MMLU-PRO", SuiteTask.of("leaderboard_mmlu_pro", 5, "acc", NONE, 1.0 / 10))));
    }

    private static SuiteTask musr(String task, int choices) {
        return SuiteTask.of("leaderboard_musr_" + task, 0, "acc_norm", NONE, 1.0 / choices);
    }

    private static Part part(String name, SuiteTask task) {
        return new Part(name, List.of(task));
    }

    /** How many choices each task of BIG-Bench Hard has. */
    private static Map<String, Integer> choicesOfBbh() {
        Map<String, Integer> choices = new LinkedHashMap<>();
        choices.put("boolean_expressions", 2);
        choices.put("causal_judgement", 2);
        choices.put("date_understanding", 6);
        choices.put("disambiguation_qa", 3);
        choices.put("formal_fallacies", 2);
        choices.put("geometric_shapes", 11);
        choices.put("hyperbaton", 2);
        choices.put("logical_deduction_five_objects", 5);
        choices.put("logical_deduction_seven_objects", 7);
        choices.put("logical_deduction_three_objects", 3);
        choices.put("movie_recommendation", 6);
        choices.put("navigate", 2);
        choices.put("object_counting", 19);
        choices.put("penguins_in_a_table", 5);
        choices.put("reasoning_about_colored_objects", 18);
        choices.put("ruin_names", 6);
        choices.put("salient_translation_error_detection", 6);
        choices.put("snarks", 2);
        choices.put("sports_understanding", 2);
        choices.put("temporal_sequences", 4);
        choices.put("tracking_shuffled_objects_five_objects", 5);
        choices.put("tracking_shuffled_objects_seven_objects", 7);
        choices.put("tracking_shuffled_objects_three_objects", 3);
        choices.put("web_of_lies", 2);
        return choices;
    }
}
