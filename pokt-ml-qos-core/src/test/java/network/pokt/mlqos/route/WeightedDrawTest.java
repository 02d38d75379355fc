package network.pokt.mlqos.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Draws by weight. */
class WeightedDrawTest {

    @Test
    void each_index_is_drawn_by_its_share_of_the_weights() {
        double[] weights = {1, 1e-300, 5, 0.25, 1e-300, 3.75};
        WeightedDraw draw = new WeightedDraw(weights);
        int n = 100_000;
        int[] drawn = new int[weights.length];
        for (int i = 0; i < n; i++) {
            drawn[draw.at((i + 0.5) / n)]++;
        }
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            assertThat(draw.share(i)).isCloseTo(weights[i] / sum, within(1e-12));
            assertThat(drawn[i] / (double) n).isCloseTo(weights[i] / sum, within(2e-5));
        }
    }

    @Test
    void the_last_index_ends_the_range() {
        WeightedDraw draw = new WeightedDraw(new double[] {0.1, 0.2, 0.3});
        assertThat(draw.at(0)).isZero();
        assertThat(draw.at(Math.nextDown(1.0))).isEqualTo(2);
    }
}
