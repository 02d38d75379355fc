package network.pokt.mlqos.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.SamplingParameters;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.route.Stage.Act;
import network.pokt.mlqos.route.Stage.Piece;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What real models say, error words and all, is no error. */
class RealAnswersTest {

    private static final String ZIP = "data/model_outputs/mmlu_pro/model_outputs_Meta-Llama-3-8B_5shots.zip";

    @Test
    void no_real_answer_is_taken_for_a_fault() throws IOException {
        assertThat(faultsAmong(1_000)).isZero();
    }

    @Test
    @Tag("long")
    void no_real_answer_of_all_is_taken_for_a_fault() throws IOException {
        assertThat(faultsAmong(Integer.MAX_VALUE)).isZero();
    }

    private static int faultsAmong(int most) throws IOException {
        List<String> answers = read(SharedData.path(ZIP), most);
        assertThat(answers).hasSizeGreaterThanOrEqualTo(1_000);
        Stage stage = new Stage();
        Node node = Stage.node("a", "one");
        stage.on(node, time -> says(answers.get(time - 1)));
        QosRouter router = QosRouter.builder(NodeDirectory.of(node))
                .transport(stage)
                .time(stage.time)
                .build();
        ChatRequest request = ChatRequest.of("m", List.of(ChatMessage.user("Why?")), SamplingParameters.defaults());
        int faults = 0;
        for (String answer : answers) {
            var routed = router.chatAsync(request, RouteNeeds.ANY, ContentListener.NONE);
            stage.time.advance(Duration.ofSeconds(3));
            boolean good = routed.join().failure().isEmpty()
                    && routed.join().answer().first().content().equals(answer);
            faults += good ? 0 : 1;
        }
        assertThat(router.view(node.id()).orElseThrow().faultEvidence()).isZero();
        return faults;
    }

    private static Act says(String text) {
        String body = "{\"model\":\"m\",\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":"
                + JsonMapper.shared().writeValueAsString(text) + "},\"finish_reason\":\"stop\"}]}";
        return new Act(
                200,
                Map.of("Content-Type", List.of("application/json")),
                List.of(new Piece(Duration.ofSeconds(2), body)),
                null);
    }

    private static List<String> read(Path zip, int most) throws IOException {
        List<String> answers = new ArrayList<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            var entry = file.stream()
                    .filter(e -> e.getName().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            for (JsonNode row : JsonMapper.shared().readTree(file.getInputStream(entry))) {
                if (answers.size() < most) {
                    answers.add(row.get("generated_text").asString());
                }
            }
        }
        return answers;
    }
}
