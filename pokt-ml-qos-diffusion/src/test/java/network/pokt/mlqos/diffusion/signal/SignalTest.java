package network.pokt.mlqos.diffusion.signal;

import static network.pokt.mlqos.diffusion.Golden.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import network.pokt.mlqos.diffusion.Golden;
import network.pokt.mlqos.diffusion.api.Drawing;
import network.pokt.mlqos.diffusion.api.ImageRequest;
import network.pokt.mlqos.diffusion.api.ReturnedImage;
import network.pokt.mlqos.diffusion.image.AreaScale;
import network.pokt.mlqos.diffusion.image.Decoding;
import network.pokt.mlqos.diffusion.image.GrayImage;
import network.pokt.mlqos.diffusion.image.ImageDecoder;
import network.pokt.mlqos.diffusion.image.ImageFault;
import network.pokt.mlqos.diffusion.image.ImageMetadata;
import network.pokt.mlqos.diffusion.image.PngEncoder;
import network.pokt.mlqos.diffusion.image.RgbImage;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayTiming;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SignalTest {

    private static final ImageRequest ASKED =
            ImageRequest.builder("a fox").size(64, 64).steps(20).seed(7).build();

    @Test
    void recorded_hashes_and_statistics_are_met() {
        List<PerceptualHash> hashes = new ArrayList<>();
        for (JsonNode recorded : Golden.cases("perceptual_hash.json")) {
            GrayImage gray = Golden.gray(recorded.get("gray32"));
            double[][] fine = AreaScale.scale(gray, 32, 32);
            double[][] coarse = AreaScale.scale(gray, 8, 8);
            double[][] given = AreaScale.scale(Golden.gray(recorded.get("gray9x8")), 9, 8);
            JsonNode expected = recorded.get("expected");
            PerceptualHash hash = PerceptualHash.frequency(fine);
            hashes.add(hash);
            assertThat(hash).hasToString(expected.get("phash_hex").asString());
            assertThat(PerceptualHash.average(coarse))
                    .hasToString(expected.get("ahash_from_block_mean_hex").asString());
            assertThat(PerceptualHash.difference(given))
                    .hasToString(expected.get("dhash_hex").asString());
            PictureStatistics statistics = PictureStatistics.of(gray);
            assertAgrees(statistics.mean(), expected.get("mean").asDouble(), 1e-9, "mean");
            assertAgrees(
                    statistics.standardDeviation(), expected.get("std_ddof0").asDouble(), 1e-9, "deviation");
            assertAgrees(
                    statistics.laplacianVariance(),
                    expected.get("laplacian_var").asDouble(),
                    1e-9,
                    "laplacian");
            assertAgrees(statistics.entropy(), expected.get("entropy_bits").asDouble(), 1e-9, "entropy");
        }
        JsonNode distances = Golden.file("perceptual_hash.json").get("phash_hamming");
        for (int i = 0; i < hashes.size(); i++) {
            for (int j = 0; j < hashes.size(); j++) {
                assertThat(hashes.get(i).distance(hashes.get(j)))
                        .isEqualTo(distances.get(i).get(j).asInt());
            }
        }
    }

    @Test
    void a_hash_outlives_scaling_and_light_but_not_another_picture() {
        RgbImage large = scene(1, 128);
        RgbImage small = scene(1, 96);
        for (PerceptualHash.Kind kind : PerceptualHash.Kind.values()) {
            int near = PerceptualHash.of(kind, large).distance(PerceptualHash.of(kind, small));
            int far = PerceptualHash.of(kind, large).distance(PerceptualHash.of(kind, scene(2, 128)));

            assertThat(near).as(kind.name()).isLessThanOrEqualTo(8);
            assertThat(far).as(kind.name()).isGreaterThan(12);
        }
    }

    @Test
    void an_answer_conforms_in_number_size_and_format() {
        assertThat(Conformity.of(drawn(ASKED, scene(1, 64)))).isEmpty();
        assertThat(Conformity.of(drawn(ASKED, scene(1, 32)))).containsExactly(Breach.WRONG_SIZE);
        assertThat(Conformity.of(drawn(ASKED, scene(1, 64), scene(2, 64)))).containsExactly(Breach.WRONG_COUNT);
        assertThat(Conformity.of(drawn(ASKED.toBuilder().size(68, 71).build(), scene(1, 64))))
                .isEmpty();
        Drawing link = new Drawing(
                ASKED,
                List.of(new ReturnedImage.Link("http://a")),
                List.of(new Decoding.Rejected(ImageFault.EMPTY, "link")),
                Duration.ZERO,
                Optional.empty());
        assertThat(Conformity.of(link)).containsExactly(Breach.LINK);
        assertThat(Conformity.of(failed())).containsExactly(Breach.NO_ANSWER);
    }

    @Test
    void degenerate_pictures_are_told_apart() {
        SplittableRandom random = new SplittableRandom(3);

        assertThat(Degeneracy.of(scene(1, 64))).isEmpty();
        assertThat(Degeneracy.of(RgbImage.draw(64, 64, (x, y) -> 0)))
                .containsExactly(Degeneracy.BLACK, Degeneracy.FLAT, Degeneracy.FEW_COLOURS);
        assertThat(Degeneracy.of(RgbImage.draw(64, 64, (x, y) -> random.nextInt(256) * 0x010101)))
                .containsExactly(Degeneracy.NOISE);
        assertThat(Degeneracy.of(RgbImage.draw(64, 64, (x, y) -> x < 32 ? 0xff0000 : 0x00ff00)))
                .containsExactly(Degeneracy.FEW_COLOURS);
        assertThat(Degeneracy.isRefusal(RgbImage.draw(8, 8, (x, y) -> 0), true)).isTrue();
    }

    @Test
    void a_picture_is_found_again_for_another_request_but_not_for_the_same() {
        PictureIndex index = new PictureIndex(2);
        ImageRequest other = ASKED.toBuilder().seed(8).build();

        assertThat(index.add("a", ASKED, scene(1, 64))).isEmpty();
        assertThat(index.add("b", ASKED, scene(1, 64))).isEmpty();
        assertThat(index.add("b", other, scene(1, 64))).contains(new PictureIndex.Seen("a", ASKED, true));
        assertThat(index.add("b", ASKED, scene(1, 80))).isPresent();
        assertThat(index.add("a", other, scene(5, 64))).isEmpty();
    }

    @Test
    void a_seed_is_judged_by_the_spread_that_was_measured_and_not_without_one() {
        SeedSpread spread = SeedSpread.of(new double[] {0.01, 0.02, 0, 0.02, 0.01}, new double[] {.3, .4, .5, .35, .4});

        assertThat(spread.judge(0.03)).isEqualTo(Agreement.AGREES);
        assertThat(spread.judge(0.16)).isEqualTo(Agreement.ABSTAINS);
        assertThat(spread.judge(0.29)).isEqualTo(Agreement.DIFFERS);
        assertThat(new SeedSpread(0.4, 0.3, 9).judge(0)).isEqualTo(Agreement.ABSTAINS);
        assertThat(new SeedSpread(0.1, 0.3, 2).judge(0)).isEqualTo(Agreement.ABSTAINS);
    }

    @Test
    void most_agree_or_everybody_abstains() {
        Map<String, RgbImage> pictures = new LinkedHashMap<>();
        pictures.put("a", scene(1, 64));
        pictures.put("b", scene(1, 64));
        pictures.put("c", scene(1, 64));
        pictures.put("d", scene(9, 64));
        NearMajority clear = NearMajority.of(pictures, PictureDistance.pixels(), 0.02);
        pictures.put("c", scene(9, 64));
        NearMajority split = NearMajority.of(pictures, PictureDistance.pixels(), 0.02);

        assertThat(clear.verdicts()).containsEntry("a", Agreement.AGREES).containsEntry("d", Agreement.DIFFERS);
        assertThat(clear.medoid()).contains("a");
        assertThat(split.verdicts().values()).containsOnly(Agreement.ABSTAINS);
    }

    @Test
    void effort_is_the_slope_of_time_whatever_one_delayed_relay_says() {
        List<Effort.Point> points = new ArrayList<>();
        for (int steps : new int[] {10, 20, 20, 20, 40, 40, 40, 10, 10}) {
            points.add(new Effort.Point(steps, Duration.ofMillis(100 + 30L * steps)));
        }
        points.add(new Effort.Point(10, Duration.ofMillis(5_000)));
        Effort effort = Effort.of(points);

        assertThat(effort.secondsPerWork()).isCloseTo(0.03, within(1e-9));
        assertThat(effort.overheadSeconds()).isCloseTo(0.1, within(1e-9));
        assertThat(effort.against(0.03)).isEqualTo(Agreement.AGREES);
        assertThat(effort.against(0.1)).isEqualTo(Agreement.DIFFERS);
        assertThat(new Effort(0.03, 0.001, 0.2, 0, 6, 4).against(0.1)).isEqualTo(Agreement.ABSTAINS);
        assertThat(Effort.of(points.subList(0, 2)).against(0.1)).isEqualTo(Agreement.ABSTAINS);
        assertThatThrownBy(() -> Effort.of(points.subList(1, 3))).hasMessageContaining("other steps");
    }

    @Test
    void settings_in_a_file_speak_against_a_node_only_where_they_contradict() {
        assertThat(claims("a fox\nSteps: 20, Sampler: Euler, CFG scale: 7, Seed: 7, Size: 64x64"))
                .isEmpty();
        assertThat(claims("Steps: 4, in the prompt\nSteps: 20, Seed: 7")).isEmpty();
        assertThat(claims("a fox\nSteps: 8, Seed: 9, Size: 32x64"))
                .containsExactly(
                        "The file claims steps 8, asked was 20.",
                        "The file claims seed 9, asked was 7.",
                        "The file claims a size of 32x64, asked was 64x64.");
    }

    private static List<String> claims(String parameters) {
        return MetadataClaims.contradictions(ASKED, new ImageMetadata(Map.of("parameters", parameters), false));
    }

    private static Drawing failed() {
        RelayFailure failure = RelayFailure.of(FaultCause.SERVER_ERROR, "no", RelayTiming.none(Instant.EPOCH));
        return new Drawing(ASKED, List.of(), List.of(), Duration.ZERO, Optional.of(failure));
    }

    static Drawing drawn(ImageRequest request, RgbImage... images) {
        List<ReturnedImage> returned = new ArrayList<>();
        List<Decoding> decodings = new ArrayList<>();
        for (RgbImage image : images) {
            returned.add(new ReturnedImage.Embedded("", false, OptionalLong.empty()));
            decodings.add(ImageDecoder.create().decode(PngEncoder.encode(image)));
        }
        return new Drawing(request, returned, decodings, Duration.ofMillis(10), Optional.empty());
    }

    /** Overlapping waves, the same at every size. */
    static RgbImage scene(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] f = random.doubles(12, 0.5, 4).toArray();
        return RgbImage.draw(size, size, (x, y) -> {
            double u = 6.28 * (x + 0.5) / size;
            double v = 6.28 * (y + 0.5) / size;
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                double wave = Math.sin(f[4 * c] * u + f[4 * c + 1]) + Math.cos(f[4 * c + 2] * v + f[4 * c + 3] * u);
                rgb = rgb << 8 | (int) (127 + 60 * wave);
            }
            return rgb;
        });
    }
}
