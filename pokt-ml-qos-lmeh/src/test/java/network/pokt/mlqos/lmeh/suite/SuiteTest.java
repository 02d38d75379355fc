package network.pokt.mlqos.lmeh.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import network.pokt.mlqos.stats.Estimate;
import org.junit.jupiter.api.Test;

class SuiteTest {

    /** The example of https://huggingface.co/docs/leaderboards/open_llm_leaderboard/normalization. */
    @Test
    void numbers_are_set_against_guessing_as_the_leaderboard_does() {
        SuiteTask gpqa = SuiteTask.of("leaderboard_gpqa", 0, "acc_norm", "none", 0.25);
        assertThat(gpqa.normalised(0.6)).isCloseTo(0.4667, within(1e-4));
        assertThat(gpqa.normalised(0.1)).isZero();
        Map<String, Double> musr = Map.of(
                "leaderboard_musr_murder_mysteries", 0.7,
                "leaderboard_musr_object_placements", 0.4,
                "leaderboard_musr_team_allocation", 0.6);
        SuiteScore score = Suite.named("open_llm_leaderboard_v2")
                .score((task, measure) ->
                        Optional.of(Estimate.ofStandardError(musr.getOrDefault(task, 0.5), 0.01, 100)));
        assertThat(score.parts().get("MUSR").value()).isCloseTo((40 + 25 + 40) / 3.0, within(0.05));
        assertThat(score.parts().get("BBH").value()).isCloseTo(25.14, within(0.01));
        assertThat(score.parts().get("IFEval").value()).isEqualTo(50);
        assertThat(score.parts().get("MMLU-PRO").value()).isCloseTo(44.444, within(1e-3));
        assertThat(score.parts().get("MMLU-PRO").standardError()).isCloseTo(1 / 0.9, within(1e-9));
        assertThat(score.value())
                .isCloseTo(
                        score.parts().values().stream()
                                .mapToDouble(SuiteScore.Value::value)
                                .average()
                                .orElseThrow(),
                        within(1e-9));
    }

    @Test
    void suites_have_the_tasks_of_their_leaderboards() {
        assertThat(Suite.names())
                .containsExactly(
                        "open_llm_leaderboard_v1", "open_llm_leaderboard_v2", "test_bench", "test_bench_2024", "quick");
        assertThat(Suite.named("open_llm_leaderboard_v1").tasks()).hasSize(62);
        assertThat(Suite.named("open_llm_leaderboard_v2").tasks()).hasSize(2 + 24 + 1 + 1 + 3 + 1);
        assertThat(Suite.named("test_bench").tasks())
                .anyMatch(task -> task.matches("bbh-split_07-navigate"))
                .anyMatch(task -> task.matches("mmlu_anatomy_chat_generative"))
                .noneMatch(task -> task.matches("humaneval_chat_instruct"));
        assertThatThrownBy(() -> Suite.named("x")).hasMessageContaining("[open_llm_leaderboard_v1,");
        assertThatThrownBy(() -> Suite.named("open_llm_leaderboard_v1").score((task, measure) -> Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("arc_challenge acc_norm,none")
                .hasMessageContaining("gsm8k exact_match,strict-match");
    }

    /** A model that is right half of the time is the worst case, for which the stated error is exact. */
    @Test
    void the_quick_suite_is_as_exact_as_it_says() {
        Suite quick = Suite.named("quick");
        double stated = quick.expectedStandardError();
        assertThat(stated).isBetween(1.5, 2.5);
        SplittableRandom random = new SplittableRandom(11);
        int runs = 1000;
        double squares = 0;
        for (int run = 0; run < runs; run++) {
            SuiteScore score = quick.score((task, measure) ->
                    Optional.of(Estimate.ofStandardError(sampledShare(quick, task, random), 0.01, 100)));
            squares += (score.value() - 50) * (score.value() - 50);
        }
        assertThat(Math.sqrt(squares / runs)).isCloseTo(stated, within(0.1 * stated));
        assertThat(Suite.named("open_llm_leaderboard_v1").expectedStandardError())
                .isZero();
    }

    /** Draws without replacement from a population of which half is right. */
    private static double sampledShare(Suite suite, String name, SplittableRandom random) {
        SuiteTask task = suite.tasks().stream()
                .filter(each -> each.task().equals(name))
                .findFirst()
                .orElseThrow();
        int left = task.population() / 2 * 2;
        int right = left / 2;
        int drawn = 0;
        for (int i = 0; i < task.documents(); i++) {
            if (random.nextInt(left--) < right) {
                right--;
                drawn++;
            }
        }
        return (double) drawn / task.documents();
    }

    @Test
    void a_stratified_sample_takes_from_each_stratum_and_estimates_the_whole() {
        List<String> labels = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(5);
        double[] shares = {0.95, 0.5, 0.1, 0.3};
        int[] sizes = {400, 300, 200, 5};
        for (int stratum = 0; stratum < 4; stratum++) {
            for (int i = 0; i < sizes[stratum]; i++) {
                labels.add("s" + stratum);
                values.add(random.nextDouble() < shares[stratum] ? 1 : 0);
            }
        }
        double truth = values.stream().mapToInt(Integer::intValue).average().orElseThrow();
        int inside = 0;
        for (int seed = 0; seed < 300; seed++) {
            Strata strata = Strata.of(labels, seed);
            int[] counts = strata.proportional(100);
            assertThat(counts).containsExactly(44, 33, 22, 1);
            Estimate estimate = estimate(strata, counts, values);
            inside += estimate.interval().contains(truth) ? 1 : 0;
        }
        assertThat(inside).isBetween(270, 300);
        Strata strata = Strata.of(labels, 1);
        assertThat(estimate(strata, new int[] {400, 300, 200, 5}, values).value())
                .isCloseTo(truth, within(1e-12));
        assertThat(estimate(strata, new int[] {400, 300, 200, 5}, values).standardError())
                .isZero();
        assertThat(strata.sampling(2, 0, 1, 0).indices(905)).hasSize(3).isSorted();
        assertThat(strata.proportional(3)).containsExactly(2, 1, 0, 0);
        assertThat(strata.proportional(10_000)).containsExactly(400, 300, 200, 5);
    }

    @Test
    void adaptive_sampling_asks_where_answers_differ_and_stops_when_the_mean_is_known() {
        List<String> labels = new ArrayList<>();
        List<Integer> values = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 4000; i++) {
            boolean easy = i % 2 == 0;
            labels.add(easy ? "easy" : "hard");
            values.add(easy || random.nextBoolean() ? 1 : 0);
        }
        double truth = values.stream().mapToInt(Integer::intValue).average().orElseThrow();
        Strata strata = Strata.of(labels, 3);
        AdaptiveSampling adaptive = new AdaptiveSampling(strata, 0.015, 20, 100);
        int[] counts = adaptive.begin();
        assertThat(counts).containsExactly(20, 20);
        int[] before = {};
        int rounds = 0;
        while (!Arrays.equals(before, counts)) {
            before = counts;
            counts = adaptive.next(mean(strata, counts, values));
            assertThat(counts[0]).isGreaterThanOrEqualTo(before[0]);
            assertThat(rounds++).isLessThan(50);
        }
        Estimate estimate = estimate(strata, counts, values);
        assertThat(estimate.standardError()).isLessThanOrEqualTo(0.015);
        assertThat(estimate.value()).isCloseTo(truth, within(0.05));
        assertThat(counts[1]).as("hard ones").isGreaterThan(3 * counts[0]);
        assertThat(counts[0] + counts[1])
                .as("fewer than %s", 0.75 * 0.25 / 0.015 / 0.015)
                .isLessThan(833);
    }

    private static Estimate estimate(Strata strata, int[] counts, List<Integer> values) {
        return mean(strata, counts, values).estimate();
    }

    private static StratifiedMean mean(Strata strata, int[] counts, List<Integer> values) {
        StratifiedMean mean = new StratifiedMean(strata);
        int[] stratumOf = strata.stratumOfEach();
        for (int index : strata.sampling(counts).indices(values.size())) {
            mean.add(stratumOf[index], values.get(index));
        }
        return mean;
    }
}
