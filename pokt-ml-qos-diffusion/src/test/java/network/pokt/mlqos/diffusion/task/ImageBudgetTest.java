package network.pokt.mlqos.diffusion.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.util.stream.IntStream;
import network.pokt.mlqos.diffusion.api.ImageCodec;
import network.pokt.mlqos.diffusion.api.ImageRequest;
import network.pokt.mlqos.diffusion.image.RgbImage;
import network.pokt.mlqos.evaluation.Ending;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.price.Budget;
import network.pokt.mlqos.price.ImagePrice;
import network.pokt.mlqos.price.ModelPrice;
import network.pokt.mlqos.price.Rate;
import org.junit.jupiter.api.Test;

class ImageBudgetTest {

    private static final ModelPrice PRICE = ModelPrice.builder(
                    new Rate("USD", new BigDecimal("0.001"), BigDecimal.ZERO, BigDecimal.ZERO))
            .image(new ImagePrice(512 * 512, 30, new BigDecimal("0.01")))
            .image(new ImagePrice(512 * 512, 100, new BigDecimal("0.02")))
            .image(new ImagePrice(1024 * 1024, 30, new BigDecimal("0.04")))
            .build();
    private static final PromptSet PROMPTS = new PromptSet(
            "numbered",
            IntStream.range(0, 40)
                    .mapToObj(i -> new ImagePrompt("picture " + i, ""))
                    .toList());
    private static final ImageRequest SMALL =
            ImageRequest.builder("any").size(32, 24).count(2).steps(20).build();

    private static BigDecimal perRelay(ImageRequest settings) {
        return ImageTask.of(PROMPTS, settings).rate(PRICE).perRelay();
    }

    @Test
    void a_relay_costs_its_pictures_by_size_and_steps() {
        assertThat(perRelay(SMALL)).isEqualByComparingTo("0.021");
        assertThat(perRelay(SMALL.toBuilder().steps(31).build())).isEqualByComparingTo("0.041");
        assertThat(perRelay(SMALL.toBuilder().size(1024, 1024).count(1).build()))
                .isEqualByComparingTo("0.041");
        assertThatThrownBy(() ->
                        perRelay(SMALL.toBuilder().size(1024, 1024).steps(31).build()))
                .hasMessageContaining("1024 x 1024 pixels and 31 steps");
        assertThatThrownBy(
                        () -> perRelay(ImageRequest.builder("any").size(32, 24).build()))
                .hasMessageContaining("not told");
        assertThat(ImageTask.of(PROMPTS, ImageRequest.builder("any").build())
                        .rate(ModelPrice.builder(Rate.free("USD"))
                                .image(ImagePrice.flat(new BigDecimal("0.03")))
                                .build())
                        .perRelay())
                .isEqualByComparingTo("0.03");
    }

    @Test
    void a_budget_of_cost_ends_a_run_before_the_picture_that_would_pass_it() throws Exception {
        ImageTask task = ImageTask.of(PROMPTS, SMALL.toBuilder().count(1).build());
        Node node = Node.at(URI.create("http://priced"), "sd");

        EvaluationReport report = Evaluation.of(task)
                .transport(new DrawingTransport((asked, body) -> RgbImage.draw(32, 24, (x, y) -> x << 16 | y << 8)))
                .nodes(NodeDirectory.of(node))
                .api(ImageApi.of(ImageCodec.vllmOmni()))
                .rates(any -> task.rate(PRICE))
                .budget(Budget.builder().cost(new BigDecimal("0.3")).build())
                .concurrency(8)
                .run();

        assertThat(report.ending()).isEqualTo(Ending.OUT_OF_BUDGET);
        assertThat(report.of(node).spend().relays()).isEqualTo(27);
        assertThat(report.of(node).cost()).isEqualByComparingTo("0.297");
    }
}
