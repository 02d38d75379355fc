package network.pokt.mlqos.diffusion.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import network.pokt.mlqos.diffusion.api.ImageCodec;
import network.pokt.mlqos.diffusion.api.ImageRequest;
import network.pokt.mlqos.diffusion.feature.ImageFeatures;
import network.pokt.mlqos.diffusion.feature.TextFeatures;
import network.pokt.mlqos.diffusion.feature.TinyClip;
import network.pokt.mlqos.diffusion.metric.ClipScore;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.token.Tokenizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the recorded embeddings of a tiny network; a prompt "2" stands for the third recorded text. */
class ClipScorerTest {

    private static final List<TinyClip.Picture> PICTURES = TinyClip.pictures();
    private static final List<TinyClip.Text> TEXTS = TinyClip.texts();

    private ImageFeatures images;
    private TextFeatures texts;
    private ClipScorer scorer;

    @BeforeEach
    void load(@TempDir Path folder) throws IOException {
        images = ImageFeatures.load(TinyClip.imageNetwork(folder), TinyClip.PREPROCESSING);
        texts = TextFeatures.load(TinyClip.textNetwork(folder), TinyClip.TOKENS);
        scorer = new ClipScorer(
                images, texts, prompt -> TEXTS.get(Integer.parseInt(prompt)).ids());
    }

    @AfterEach
    void free() {
        images.close();
        texts.close();
    }

    @Test
    void each_picture_scores_for_each_prompt_what_their_recorded_embeddings_do() {
        for (TinyClip.Picture picture : PICTURES) {
            for (int prompt = 0; prompt < TEXTS.size(); prompt++) {
                double expected =
                        ClipScore.heim(picture.embedding(), TEXTS.get(prompt).embedding());
                assertThat(scorer.score(Integer.toString(prompt), picture.image()))
                        .isCloseTo(expected, within(1e-2));
            }
        }
    }

    @Test
    void nodes_are_scored_by_how_their_pictures_fit_the_prompts() throws Exception {
        Node node = Node.at(URI.create("http://tiny"), "sd");
        List<ImagePrompt> prompts = IntStream.range(0, TEXTS.size())
                .mapToObj(prompt -> new ImagePrompt(Integer.toString(prompt), ""))
                .toList();
        TinyClip.Picture picture = PICTURES.get(1);
        ImageRequest settings = ImageRequest.builder("any")
                .size(picture.image().width(), picture.image().height())
                .build();

        EvaluationReport report = Evaluation.of(ImageTask.of(new PromptSet("recorded", prompts), settings, scorer))
                .transport(new DrawingTransport((asked, body) -> picture.image()))
                .nodes(NodeDirectory.of(node))
                .api(ImageApi.of(ImageCodec.openAi()))
                .run();

        double expected = TEXTS.stream()
                .mapToDouble(text -> ClipScore.heim(picture.embedding(), text.embedding()))
                .average()
                .orElseThrow();
        assertThat(report.of(node).score("expected_clip_score").value()).isCloseTo(expected, within(1e-2));
    }

    @Test
    void long_prompts_are_cut_and_keep_their_end() {
        List<Integer> ids = new ArrayList<>(TEXTS.get(0).ids());
        List<Integer> longer = new ArrayList<>(ids.subList(0, ids.size() - 1));
        while (longer.size() < TinyClip.TOKENS - 1) {
            longer.add(7);
        }
        List<Integer> cut = new ArrayList<>(longer);
        cut.add(ids.get(ids.size() - 1));
        longer.addAll(List.of(8, 9, 10, ids.get(ids.size() - 1)));
        ClipScorer cutting = ClipScorer.of(images, texts, spelling(longer), TinyClip.TOKENS);

        assertThat(cutting.tokens().apply("any")).isEqualTo(cut);
        assertThat(cutting.score("any", PICTURES.get(0).image())).isBetween(0.0, 100.0);
        assertThat(ClipScorer.of(images, texts, spelling(ids), TinyClip.TOKENS)
                        .tokens()
                        .apply("any"))
                .isEqualTo(ids);
        assertThatThrownBy(() -> ClipScorer.of(images, texts, spelling(ids), 1)).hasMessageContaining("got 1");
    }

    /** Gives the same ids for every text. */
    private static Tokenizer spelling(List<Integer> ids) {
        return new Tokenizer() {
            @Override
            public int[] encode(String text, boolean addSpecialTokens) {
                return ids.stream().mapToInt(Integer::intValue).toArray();
            }

            @Override
            public String decode(int... other) {
                throw new UnsupportedOperationException();
            }

            @Override
            public OptionalInt bosId() {
                return OptionalInt.empty();
            }

            @Override
            public OptionalInt eosId() {
                return OptionalInt.empty();
            }
        };
    }
}
