package network.pokt.mlqos.lmeh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import network.pokt.mlqos.evaluation.CompletionsApi;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.filter.FilterPipeline;
import network.pokt.mlqos.lmeh.golden.GoldenRun;
import network.pokt.mlqos.lmeh.golden.Replay;
import network.pokt.mlqos.lmeh.prompt.PromptStyle;
import network.pokt.mlqos.token.HuggingFaceTokenizer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The tasks that are offered, against what lm-evaluation-harness did. */
class RecordedTasksTest {

    @Test
    void gsm8k_asks_and_judges_as_recorded() {
        GoldenRun run = GoldenRun.load("gsm8k");
        try (HuggingFaceTokenizer phi2 = HuggingFaceTokenizer.load(GoldenRun.file("_tokenizers/phi-2"))) {
            LmehTask task = Lmeh.task("gsm8k", run.documents());
            List<String> texts = Replay.of(run, task, completions(phi2), 40);
            compareFiltered(run, texts);
        }
    }

    @Test
    void gsm8k_over_chat_has_its_examples_as_turns() {
        GoldenRun run = GoldenRun.load("gsm8k_chat_multiturn");
        Replay.of(
                run,
                gsm8k("gsm8k_chat_multiturn").promptStyle(PromptStyle.CHAT),
                ModelApi.chat().build(),
                24);
    }

    @Test
    void gsm8k_over_chat_can_have_all_examples_in_one_turn() {
        GoldenRun run = GoldenRun.load("gsm8k_chat_singleturn");
        LmehTask task = gsm8k("gsm8k_chat_singleturn")
                .promptStyle(PromptStyle.CHAT_IN_ONE_TURN)
                .systemInstruction("You are a careful math tutor.");
        Replay.of(run, task, ModelApi.chat().build(), 24);
    }

    @Test
    void arc_challenge_asks_and_judges_as_recorded() {
        GoldenRun run = GoldenRun.load("arc_challenge");
        try (HuggingFaceTokenizer phi2 = HuggingFaceTokenizer.load(GoldenRun.file("_tokenizers/phi-2"))) {
            Replay.of(run, Lmeh.task("arc_challenge", run.documents()), completions(phi2), 24);
        }
    }

    private static LmehTask gsm8k(String run) {
        return Lmeh.task("gsm8k", GoldenRun.load(run).documents());
    }

    private static CompletionsApi completions(HuggingFaceTokenizer tokenizer) {
        return ModelApi.completions().tokenizer(tokenizer).maxLength(4096).build();
    }

    private static void compareFiltered(GoldenRun run, List<String> texts) {
        List<FilterPipeline> pipelines = ((GenerationForm) Gsm8k.DEFINITION.form).pipelines();
        Doc none = Doc.of(java.util.Map.of(), "none", 1);
        int compared = 0;
        for (JsonNode line : run.samples()) {
            FilterPipeline pipeline = pipelines.stream()
                    .filter(candidate ->
                            candidate.name().equals(line.get("filter").asString()))
                    .findFirst()
                    .orElseThrow();
            String text = texts.get(line.get("doc_id").asInt());
            assertThat(pipeline.text(List.of(text), none))
                    .isEqualTo(line.get("filtered_resps").get(0).asString());
            compared++;
        }
        assertThat(compared).isEqualTo(80);
    }
}
