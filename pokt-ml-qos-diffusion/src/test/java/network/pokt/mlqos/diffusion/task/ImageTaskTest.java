package network.pokt.mlqos.diffusion.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.diffusion.api.ImageCodec;
import network.pokt.mlqos.diffusion.api.ImageRequest;
import network.pokt.mlqos.diffusion.image.RgbImage;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageTaskTest {

    private static final Node GOOD = Node.at(URI.create("http://good"), "sd");
    private static final Node BLACK = Node.at(URI.create("http://black"), "sd");
    private static final ImageRequest SETTINGS =
            ImageRequest.builder("any").size(32, 24).steps(20).seed(100).build();

    @TempDir
    private Path folder;

    @Test
    void real_prompts_run_through_the_engine_and_nodes_compare_by_aspect() throws InterruptedException {
        PromptSet prompts = PromptSet.partiPrompts(SharedData.path("data/t2i/PartiPrompts.tsv"));
        assertThat(prompts.prompts()).hasSize(1632);
        ImageScorer brightness = new ImageScorer() {
            @Override
            public String name() {
                return "brightness";
            }

            @Override
            public double score(String prompt, RgbImage image) {
                return image.red(0, 0);
            }
        };
        Task animals = ImageTask.of(prompts.only("parti_animals", "Animals"::equals), SETTINGS, brightness);
        Task food = ImageTask.of(prompts.only("parti_food", "Food & Beverage"::equals), SETTINGS);
        HeimSuite suite =
                new HeimSuite(Map.of(HeimAspect.ALIGNMENT, List.of(animals, food), HeimAspect.QUALITY, List.of(food)));
        DrawingTransport transport = new DrawingTransport((node, asked) -> {
            assertThat(asked.get("size").asString()).isEqualTo("32x24");
            SplittableRandom random = new SplittableRandom(asked.get("seed").asLong());
            int base = random.nextInt(100);
            return RgbImage.draw(
                    32, 24, (x, y) -> node.equals(BLACK) ? 0 : (base + 50 + x * 3) << 16 | (y * 5) << 8 | x * y % 200);
        });

        EvaluationReport report = Evaluation.of(suite.all())
                .transport(transport)
                .nodes(NodeDirectory.of(GOOD, BLACK))
                .api(ImageApi.of(ImageCodec.vllmOmni()))
                .samples(20)
                .seed(3)
                .run();

        assertThat(report.of(GOOD).task("parti_animals").score("sound").value()).isEqualTo(1);
        assertThat(report.of(GOOD).score("brightness").value()).isBetween(50.0, 150.0);
        assertThat(report.of(BLACK).task("parti_food").score("sound").value()).isZero();
        assertThat(report.of(BLACK).task("parti_food").score("blacked_out").value())
                .isEqualTo(1);
        assertThat(report.of(BLACK).score("brightness").value()).isZero();
        Map<HeimAspect, Map<Node, Double>> rates = suite.winRates(report);
        assertThat(rates.get(HeimAspect.ALIGNMENT)).containsEntry(GOOD, 1.0).containsEntry(BLACK, 0.0);
    }

    @Test
    void equal_samplings_ask_the_same_and_the_fingerprint_tells_settings_apart() {
        PromptSet prompts = new PromptSet("two", List.of(new ImagePrompt("a", ""), new ImagePrompt("b", "")));
        Task task = ImageTask.of(prompts, SETTINGS);

        assertThat(task.samples(Sampling.all()).next().asks())
                .isEqualTo(task.samples(Sampling.all()).next().asks());
        assertThat(task.fingerprint()).isEqualTo(ImageTask.of(prompts, SETTINGS).fingerprint());
        assertThat(task.fingerprint())
                .isNotEqualTo(
                        ImageTask.of(prompts, SETTINGS.toBuilder().steps(9).build())
                                .fingerprint());
    }

    @Test
    void geneval_drawbench_and_captions_are_read_from_their_files() throws IOException {
        PromptSet geneval = PromptSet.genEval(SharedData.path("data/t2i/geneval/evaluation_metadata.jsonl"));
        Path drawBench = Files.writeString(
                folder.resolve("drawbench.csv"),
                "Prompts,Category\r\n\"A \"\"sign\"\", red\",Text\r\nA cat,Animals\r\n");
        Path captions = Files.writeString(
                folder.resolve("captions.json"), "{\"annotations\":[{\"id\":1,\"caption\":\"A dog. \"}]}");

        assertThat(geneval.prompts()).hasSize(553).contains(new ImagePrompt("a photo of a bench", "single_object"));
        assertThat(PromptSet.drawBench(drawBench).prompts())
                .containsExactly(new ImagePrompt("A \"sign\", red", "Text"), new ImagePrompt("A cat", "Animals"));
        assertThat(PromptSet.cocoCaptions(captions).prompts()).containsExactly(new ImagePrompt("A dog.", ""));
        assertThatThrownBy(() -> PromptSet.partiPrompts(drawBench)).hasMessageContaining("right file");
        assertThatThrownBy(() -> PromptSet.genEval(folder.resolve("none"))).hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> PromptSet.cocoCaptions(drawBench)).hasMessageContaining("no JSON");
    }

    @Test
    void prompts_are_perturbed_the_same_way_each_time() {
        PromptSet prompts = new PromptSet("one", List.of(new ImagePrompt("It is a Man and his dog", "x")));

        assertThat(text(prompts, Perturbation.LOWER_CASE)).isEqualTo("it is a man and his dog");
        assertThat(text(prompts, Perturbation.CONTRACTIONS)).isEqualTo("It's a Man and his dog");
        assertThat(text(prompts, Perturbation.FEMALE_WORDS)).isEqualTo("It is a Woman and her dog");
        assertThat(text(prompts, Perturbation.EXTRA_SPACES))
                .isEqualTo(text(prompts, Perturbation.EXTRA_SPACES))
                .matches("It {1,3}is {1,3}a {1,3}Man {1,3}and {1,3}his {1,3}dog");
        assertThat(prompts.perturbed(Perturbation.LOWER_CASE, 1).name()).isEqualTo("one_lower_case");
    }

    private static String text(PromptSet prompts, Perturbation perturbation) {
        return prompts.perturbed(perturbation, 1).prompts().get(0).text();
    }
}
