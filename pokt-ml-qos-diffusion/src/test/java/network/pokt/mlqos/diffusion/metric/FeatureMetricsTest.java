package network.pokt.mlqos.diffusion.metric;

import static network.pokt.mlqos.diffusion.Golden.assertAgrees;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import network.pokt.mlqos.diffusion.Golden;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FeatureMetricsTest {

    private static final double DIGITS = 1e-9;

    @Test
    void recorded_frechet_and_kernel_distances_are_met() {
        for (JsonNode recorded : Golden.cases("fid_kid_features.json")) {
            String name = recorded.get("name").asString();
            double[][] a = Golden.matrix(recorded.get("features_a"));
            double[][] b = Golden.matrix(recorded.get("features_b"));
            JsonNode expected = recorded.get("expected");
            FeatureStatistics statistics = FeatureStatistics.of(a);
            double[] mean = Golden.vector(recorded.get("mean_a"));
            double[][] covariance = Golden.matrix(recorded.get("cov_a_ddof1"));
            for (int i = 0; i < mean.length; i++) {
                assertAgrees(statistics.mean()[i], mean[i], DIGITS, name + " mean");
                for (int j = 0; j < mean.length; j++) {
                    assertAgrees(statistics.covariance()[i][j], covariance[i][j], DIGITS, name + " covariance");
                }
            }
            double fid = FrechetDistance.between(statistics, FeatureStatistics.of(b));
            // The two references themselves agree to no more than 7e-8 where there are fewer vectors than features.
            double digits = name.equals("singular_n_lt_d") ? 1e-6 : DIGITS;
            assertAgrees(fid, expected.get("fid_scipy_sqrtm").asDouble(), digits, name);
            if (!expected.get("kid_full_poly3_unbiased").isNull()) {
                double kid = expected.get("kid_full_poly3_unbiased").asDouble();
                assertAgrees(KernelDistance.between(a, b), kid, DIGITS, name);
            }
            if (!expected.get("kid_subsets").isNull()) {
                JsonNode pairs = expected.get("kid_subsets_idx");
                int[][] ofA = new int[pairs.size()][];
                int[][] ofB = new int[pairs.size()][];
                for (int i = 0; i < ofA.length; i++) {
                    ofA[i] = indices(pairs.get(i).get(0));
                    ofB[i] = indices(pairs.get(i).get(1));
                }
                KernelDistance distance = KernelDistance.over(a, ofA, b, ofB);
                assertAgrees(
                        distance.mean(), expected.get("kid_subsets").get("mean").asDouble(), DIGITS, name);
                assertAgrees(
                        distance.standardDeviation(),
                        expected.get("kid_subsets").get("std_ddof0").asDouble(),
                        DIGITS,
                        name);
            }
        }
    }

    @Test
    void recorded_inception_scores_are_met_in_both_ways_to_split() {
        for (JsonNode recorded : Golden.cases("inception_score_logits.json")) {
            double[][] logits = Golden.matrix(recorded.get("logits"));
            JsonNode bySplits = recorded.get("expected_no_shuffle");
            bySplits.propertyNames().forEach(splits -> {
                JsonNode expected = bySplits.get(splits);
                InceptionScore chunks =
                        InceptionScore.of(logits, Integer.parseInt(splits), InceptionScore.Splitting.CHUNKS);
                InceptionScore even =
                        InceptionScore.of(logits, Integer.parseInt(splits), InceptionScore.Splitting.EVEN);
                assertAgrees(chunks.mean(), expected.get("tm_mean").asDouble(), DIGITS, recorded.get("name") + splits);
                assertAgrees(even.mean(), expected.get("tf_mean").asDouble(), DIGITS, recorded.get("name") + splits);
                if (expected.get("tm_std_ddof1").isNull()) {
                    assertThat(chunks.standardDeviation()).isNaN();
                } else {
                    assertAgrees(
                            chunks.standardDeviation(),
                            expected.get("tm_std_ddof1").asDouble(),
                            DIGITS,
                            splits);
                }
                assertAgrees(
                        even.standardDeviation(), expected.get("tf_std_ddof0").asDouble(), DIGITS, splits);
                for (int i = 0; i < chunks.scores().size(); i++) {
                    double score = expected.get("tm_chunk_scores").get(i).asDouble();
                    assertAgrees(chunks.scores().get(i), score, DIGITS, splits);
                }
                for (int i = 0; i < even.scores().size(); i++) {
                    assertAgrees(
                            even.scores().get(i),
                            expected.get("tf_scores").get(i).asDouble(),
                            DIGITS,
                            splits);
                }
            });
        }
    }

    @Test
    void recorded_clip_scores_are_met_on_all_scales() {
        for (JsonNode recorded : Golden.cases("clipscore_embeddings.json")) {
            double[] image = Golden.vector(recorded.get("image"));
            double[] text = Golden.vector(recorded.get("text"));
            JsonNode expected = recorded.get("expected");
            assertAgrees(ClipScore.cosine(image, text), expected.get("cos").asDouble(), DIGITS, "cos");
            assertAgrees(
                    ClipScore.heim(image, text),
                    expected.get("clipscore_tm_compute").asDouble(),
                    DIGITS,
                    "heim");
            assertAgrees(
                    ClipScore.multilingual(image, text),
                    expected.get("cos_x100_unclamped").asDouble(),
                    DIGITS,
                    "100");
            assertAgrees(
                    ClipScore.paper(image, text),
                    expected.get("clipscore_paper_w2_5").asDouble(),
                    DIGITS,
                    "2.5");
        }
    }

    @Test
    void distances_do_not_depend_on_the_order_of_pictures_or_of_sets() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 20; round++) {
            double[][] a = random(random, 100 + random.nextInt(60), 7, 1000);
            double[][] b = random(random, 150, 7, 1001);
            double distance = FrechetDistance.between(FeatureStatistics.of(a), FeatureStatistics.of(b));
            Collections.shuffle(Arrays.asList(a), new Random(round));
            double shuffled = FrechetDistance.between(FeatureStatistics.of(b), FeatureStatistics.of(a));

            assertThat(shuffled).as("round %d", round).isCloseTo(distance, Offset.offset(1e-6));
            assertThat(FrechetDistance.between(FeatureStatistics.of(a), FeatureStatistics.of(a)))
                    .isCloseTo(0, Offset.offset(1e-9));
        }
    }

    @Test
    void subsets_drawn_from_one_seed_are_the_same_and_come_close_to_the_whole() {
        SplittableRandom random = new SplittableRandom(6);
        double[][] a = random(random, 300, 4, 0);
        double[][] b = random(random, 300, 4, 1);

        KernelDistance sampled = KernelDistance.sampled(a, b, 40, 100, 3);

        assertThat(KernelDistance.sampled(a, b, 40, 100, 3)).isEqualTo(sampled);
        assertThat(sampled.mean()).isCloseTo(KernelDistance.between(a, b), Offset.offset(sampled.standardDeviation()));
        assertThatThrownBy(() -> KernelDistance.sampled(a, b, 1, 301, 3)).hasMessageContaining("draw smaller");
    }

    @Test
    void an_aesthetic_score_is_that_of_the_direction_of_an_embedding() {
        AestheticHead head = new AestheticHead(new double[] {3, 4}, 1.5);

        assertThat(head.score(new double[] {3, 4})).isEqualTo(6.5);
        assertThat(head.score(new double[] {30, 40})).isEqualTo(6.5);
        assertThatThrownBy(() -> head.score(new double[] {0, 0})).hasMessageContaining("no direction");
    }

    @Test
    void a_perceptual_distance_is_that_of_unit_vectors_at_each_place() {
        PerceptualDistance distance = new PerceptualDistance(List.of(new double[] {1, 0.5}));
        FeatureMap a = new FeatureMap(2, 2, new double[] {2, 3, 0, 0});
        FeatureMap b = new FeatureMap(2, 2, new double[] {0, 9, 5, 0});

        assertThat(distance.between(List.of(a), List.of(a))).isZero();
        assertThat(distance.between(List.of(a), List.of(b))).isCloseTo(0.75, Offset.offset(1e-9));
        assertThatThrownBy(() -> distance.between(List.of(), List.of(b))).hasMessageContaining("1 layers");
    }

    private static double[][] random(SplittableRandom random, int count, int dimension, double centre) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> random.doubles(dimension)
                        .map(value -> centre + value * value)
                        .toArray())
                .toArray(double[][]::new);
    }

    private static int[] indices(JsonNode array) {
        return Arrays.stream(Golden.vector(array))
                .mapToInt(value -> (int) value)
                .toArray();
    }
}
