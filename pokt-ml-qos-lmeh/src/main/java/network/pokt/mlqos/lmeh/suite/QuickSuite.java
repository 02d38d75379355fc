package network.pokt.mlqos.lmeh.suite;

import java.util.List;
import network.pokt.mlqos.lmeh.natives.MmluSubjects;
import network.pokt.mlqos.lmeh.suite.Suite.Part;

/**
 * A few documents of each benchmark of the first leaderboard but TruthfulQA, drawn by {@link Strata}: about 630 documents
 * instead of 28,000. {@link Suite#expectedStandardError()} says what that costs in accuracy.
 */
final class QuickSuite {

    private static final int EACH = 100;

    /** Four per subject, so that no subject is left out; the smallest has a hundred. */
    private static final int PER_SUBJECT = 4;

    private static final int SUBJECT = 14_042 / 57;

    private QuickSuite() {}

    static Suite suite() {
        List<SuiteTask> mmlu = MmluSubjects.NAMES.stream()
                .map(subject ->
                        SuiteTask.of("mmlu_" + subject, 5, "acc", "none", 0).sampled(PER_SUBJECT, SUBJECT))
                .toList();
        return new Suite(
                "quick",
                "A sample of five benchmarks, for a first impression within minutes",
                List.of(
                        part("ARC", SuiteTask.of("arc_challenge", 25, "acc_norm", "none", 0), 1172),
                        part("HellaSwag", SuiteTask.of("hellaswag", 10, "acc_norm", "none", 0), 10_042),
                        new Part("MMLU", mmlu),
                        part("Winogrande", SuiteTask.of("winogrande", 5, "acc", "none", 0), 1267),
                        part("GSM8K", SuiteTask.of("gsm8k", 5, "exact_match", "flexible-extract", 0), 1319)));
    }

    private static Part part(String name, SuiteTask task, int population) {
        return new Part(name, List.of(task.sampled(EACH, population)));
    }
}
