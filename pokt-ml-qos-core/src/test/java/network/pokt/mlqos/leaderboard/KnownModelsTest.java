package network.pokt.mlqos.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import network.pokt.mlqos.stats.Estimate;
import org.junit.jupiter.api.Test;

class KnownModelsTest {

    private static final KnownModels KNOWN = KnownModels.of(
            Map.of(
                    "large", Map.of("gsm8k", 0.84, "mmlu", 0.68, "arc", 0.62),
                    "small", Map.of("gsm8k", 0.44, "mmlu", 0.49, "arc", 0.59),
                    "unrelated", Map.of("humaneval", 0.5)),
            0.01);

    @Test
    void a_node_behaves_like_the_model_whose_figures_it_reaches_and_unlike_the_others() {
        List<KnownModels.Likeness> likenesses = KNOWN.compare(Map.of(
                "gsm8k", Estimate.ofProportion(83, 100),
                "mmlu", Estimate.ofProportion(70, 100),
                "arc", Estimate.ofProportion(60, 100)));

        assertThat(likenesses).extracting(KnownModels.Likeness::model).containsExactly("large", "small");
        assertThat(likenesses.get(0).excluded()).isFalse();
        assertThat(likenesses.get(1).excluded()).isTrue();
        assertThat(likenesses.get(0)).asString().startsWith("like large on 3 tasks");
        assertThat(likenesses.get(1)).asString().startsWith("unlike small");
    }

    @Test
    void few_samples_exclude_nobody() {
        assertThat(KNOWN.compare(Map.of("arc", Estimate.ofProportion(6, 10))))
                .hasSize(2)
                .noneMatch(KnownModels.Likeness::excluded);
        assertThat(KNOWN.compare(Map.of())).isEmpty();
    }
}
