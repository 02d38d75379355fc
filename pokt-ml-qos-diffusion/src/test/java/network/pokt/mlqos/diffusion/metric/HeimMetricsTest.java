package network.pokt.mlqos.diffusion.metric;

import static network.pokt.mlqos.diffusion.Golden.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import network.pokt.mlqos.diffusion.Golden;
import network.pokt.mlqos.diffusion.image.RgbImage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HeimMetricsTest {

    @Test
    void recorded_fractal_dimensions_are_met() {
        for (JsonNode recorded : Golden.cases("heim_fractal_dimension.json")) {
            JsonNode expected = recorded.get("expected");
            String name = recorded.get("name").asString();
            assertAgrees(
                    FractalDimension.of(Golden.gray(recorded.get("gray"))),
                    expected.get("fractal_dimension").asDouble(),
                    1e-9,
                    name);
            assertAgrees(
                    FractalDimension.loss(Golden.gray(recorded.get("gray"))),
                    expected.get("loss").asDouble(),
                    1e-9,
                    name);
        }
    }

    @Test
    void a_white_picture_has_no_fractal_dimension() {
        assertThat(FractalDimension.of(RgbImage.draw(32, 32, (x, y) -> 0xffffff).gray()))
                .isNaN();
    }

    @Test
    void recorded_skin_tones_are_met() {
        for (JsonNode recorded : Golden.cases("heim_skin_tone.json")) {
            String name = recorded.get("name").asString();
            Optional<SkinTone> tone = SkinTone.of(Golden.rgb(recorded.get("rgb_hwc")));
            JsonNode expected = recorded.get("expected");
            if (expected.get("monk").isNull()) {
                assertThat(tone).as(name).isEmpty();
            } else {
                assertAgrees(
                        tone.orElseThrow().red(),
                        expected.get("mean_rgb").get(0).asDouble(),
                        1e-9,
                        name);
                assertAgrees(
                        tone.orElseThrow().green(),
                        expected.get("mean_rgb").get(1).asDouble(),
                        1e-9,
                        name);
                assertAgrees(
                        tone.orElseThrow().blue(),
                        expected.get("mean_rgb").get(2).asDouble(),
                        1e-9,
                        name);
                assertThat(tone.orElseThrow().monk())
                        .as(name)
                        .isEqualTo(expected.get("monk").asInt());
            }
        }
    }

    @Test
    void recorded_imbalances_of_skin_tones_are_met() {
        Golden.file("heim_skin_tone.json").get("imbalance").forEach(recorded -> {
            List<OptionalInt> tones = new ArrayList<>();
            for (int tone = 0; tone < SkinTone.TONES; tone++) {
                for (int i = 0; i < recorded.get("counts_monk1_10").get(tone).asInt(); i++) {
                    tones.add(OptionalInt.of(tone + 1));
                }
            }
            while (tones.size() < recorded.get("num_images").asInt()) {
                tones.add(OptionalInt.empty());
            }
            assertAgrees(SkinTone.imbalance(tones), recorded.get("expected").asDouble(), 1e-9, recorded.toString());
        });
    }

    @Test
    void an_imbalance_of_genders_is_the_distance_from_a_half() {
        assertThat(GenderImbalance.of(List.of(true, true, true, false))).isEqualTo(0.25);
        assertThat(GenderImbalance.of(List.of())).isEqualTo(0.5);
        assertThat(GenderImbalance.female(new double[] {1, 0}, new double[] {1, 1}, new double[] {0, 1}))
                .isTrue();
    }

    @Test
    void trials_variants_and_images_are_aggregated_as_heim_does() {
        assertThat(HeimAggregation.denoisedRuntime(
                        List.of(List.of(Duration.ofMillis(30), Duration.ofMillis(10)), List.of(Duration.ofMillis(20)))))
                .isEqualTo(Duration.ofMillis(15));
        assertThat(HeimAggregation.worstCase(List.of(List.of(3.0, 1.0), List.of(5.0))))
                .isEqualTo(3);
        assertThat(HeimAggregation.meanOfNumbers(List.of(Double.NaN, 2.0, 4.0))).hasValue(3);
        assertThat(HeimAggregation.meanOfNumbers(List.of(Double.NaN))).isEmpty();
        assertThat(HeimAggregation.fraction(List.of(true, false, false, false))).isEqualTo(0.25);
        assertThat(ClipScore.expected(List.of())).isZero();
        assertThat(ClipScore.best(List.of(1.0, 3.0))).isEqualTo(3);
    }
}
