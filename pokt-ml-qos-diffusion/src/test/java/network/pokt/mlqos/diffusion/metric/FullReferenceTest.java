package network.pokt.mlqos.diffusion.metric;

import static network.pokt.mlqos.diffusion.Golden.assertAgrees;
import static network.pokt.mlqos.diffusion.Golden.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import network.pokt.mlqos.diffusion.Golden;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FullReferenceTest {

    private static final double DIGITS = 1e-9;

    @Test
    void every_recorded_value_of_small_pictures_is_met_to_nine_digits() {
        for (JsonNode recorded : Golden.cases("fullref_small.json")) {
            String name = recorded.get("name").asString();
            Planes target = Golden.planes(recorded.get("target"), 255);
            Planes image = Golden.planes(recorded.get("preds"), 255);
            Planes targetBytes = Golden.planes(recorded.get("target"), 1);
            Planes imageBytes = Golden.planes(recorded.get("preds"), 1);
            Ssim full = Ssim.of(Border.FULL);
            Ssim interior = Ssim.of(Border.INTERIOR);
            JsonNode expected = recorded.get("expected");
            expected.propertyNames().forEach(key -> {
                double actual = switch (key) {
                    case "psnr_dr1" -> Psnr.between(target, image, 1);
                    case "psnr_255", "psnr_skimage_255" -> Psnr.between(targetBytes, imageBytes, 255);
                    case "psnr_heim_legacy" -> Psnr.heim(target, List.of(image));
                    case "psnr_heim_legacy_data_range" -> Math.max(target.max(), 0) - Math.min(target.min(), 0);
                    case "mse_unit" -> PixelError.between(target, image).meanSquared();
                    case "mae_unit" -> PixelError.between(target, image).meanAbsolute();
                    case "ssim_tm_gauss_dr1" -> full.between(target, image);
                    case "ssim_tm_gauss_drNone" ->
                        full.withDataRange(Double.NaN).between(target, image);
                    case "ssim_tm_uniform11_dr1" ->
                        full.withWindow(FilterWindow.uniform(11)).between(target, image);
                    case "ssim_interior_gauss_dr1", "ssim_sk_gauss" -> interior.between(target, image);
                    case "cs_interior_gauss_dr1" -> interior.contrast(target, image);
                    case "ssim_sk_win7" ->
                        interior.withWindow(FilterWindow.uniformSample(7)).between(target, image);
                    case "uqi_tm_f64" -> new UniversalQuality(UniversalQuality.DOUBLE_EPSILON).between(target, image);
                    case "uqi_tm_f32" -> new UniversalQuality(UniversalQuality.FLOAT_EPSILON).between(target, image);
                    default -> throw new AssertionError("Nothing computes " + key);
                };
                // Computed there in 32 bits, which leaves five digits where lightness cancels.
                double digits = key.equals("uqi_tm_f32") ? 1e-5 : DIGITS;
                assertAgrees(actual, number(expected.get(key)), digits, name + " " + key);
            });
        }
    }

    @Test
    void every_recorded_value_over_several_scales_is_met_to_nine_digits() {
        for (JsonNode recorded : Golden.cases("msssim.json")) {
            Planes target = Golden.planes(recorded.get("target"), 255);
            Planes image = Golden.planes(recorded.get("preds"), 255);
            List<Double> weights = new ArrayList<>();
            recorded.get("betas").forEach(beta -> weights.add(beta.asDouble()));
            MultiScaleSsim full = MultiScaleSsim.of(Border.FULL).withWeights(weights);
            MultiScaleSsim interior = MultiScaleSsim.of(Border.INTERIOR).withWeights(weights);
            JsonNode expected = recorded.get("expected");
            expected.propertyNames().forEach(key -> {
                double actual = switch (key) {
                    case "msssim_dr1_relu" -> full.between(target, image);
                    case "msssim_drNone_relu" -> full.withDataRange(Double.NaN).between(target, image);
                    case "msssim_interior_dr1_relu" -> interior.between(target, image);
                    case "msssim_dr1_simple" ->
                        full.withNegatives(MultiScaleSsim.Negatives.SHIFTED).between(target, image);
                    default -> throw new AssertionError("Nothing computes " + key);
                };
                assertAgrees(actual, number(expected.get(key)), DIGITS, recorded.get("name") + " " + key);
            });
        }
    }

    @Test
    void similarity_is_symmetric_bounded_and_one_for_equal_pictures() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 60; round++) {
            Planes a = noise(random, 16 + random.nextInt(20), 16 + random.nextInt(20));
            Planes b = noise(random, a.width(), a.height());
            for (Border border : Border.values()) {
                double there = Ssim.of(border).between(a, b);
                assertThat(there).as("round %d", round).isBetween(-1.0, 1.0);
                assertThat(Ssim.of(border).between(b, a)).as("round %d", round).isCloseTo(there, Offset.offset(1e-12));
                assertThat(Ssim.of(border).between(a, a)).as("round %d", round).isCloseTo(1, Offset.offset(1e-12));
            }
            double quality = UniversalQuality.heim().between(a, b);
            assertThat(quality).as("round %d", round).isBetween(-1.0, 1.0);
            assertThat(UniversalQuality.heim().between(b, a)).isCloseTo(quality, Offset.offset(1e-12));
        }
    }

    @Test
    void a_flat_picture_has_no_quality_index_without_an_epsilon() {
        Planes flat = Planes.of(16, 16, new double[256]);

        assertThat(UniversalQuality.heim().between(flat, flat)).isNaN();
    }

    @Test
    void pictures_that_cannot_be_compared_are_refused_with_the_reason() {
        Planes small = Planes.of(8, 8, new double[64]);
        Planes other = Planes.of(16, 4, new double[64]);

        assertThatThrownBy(() -> Ssim.of(Border.INTERIOR).between(small, other))
                .hasMessageContaining("8 x 8 x 1 and 16 x 4 x 1");
        assertThatThrownBy(() -> Ssim.of(Border.INTERIOR).between(small, small))
                .hasMessageContaining("at least 11 x 11");
        assertThatThrownBy(() -> MultiScaleSsim.of(Border.FULL).between(small, small))
                .hasMessageContaining("at least 176");
        assertThatThrownBy(() -> Psnr.between(small, small, 0)).hasMessageContaining("range");
        assertThatThrownBy(() -> Planes.of(1, 1, new double[] {Double.NaN})).hasMessageContaining("finite");
    }

    private static Planes noise(SplittableRandom random, int width, int height) {
        double[][] channels = new double[2][];
        for (int c = 0; c < 2; c++) {
            channels[c] = random.doubles((long) width * height).toArray();
        }
        return Planes.of(width, height, channels);
    }
}
