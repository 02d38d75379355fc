package network.pokt.mlqos.diffusion.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import network.pokt.mlqos.diffusion.Golden;
import network.pokt.mlqos.diffusion.image.RgbImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Against a tiny network of the shape of CLIP with random weights, and what onnxruntime and Pillow made of it in Python. */
class FeatureTest {

    private static final JsonNode RECORDED = new ObjectMapper().readTree(resource("tiny-clip.json"));
    private static final Preprocessing TINY = Preprocessing.clip(32);

    @TempDir
    private Path folder;

    private Path imageNetwork;
    private Path textNetwork;

    @BeforeEach
    void unpack() throws IOException {
        imageNetwork = Files.write(folder.resolve("image.onnx"), resource("tiny-clip-image.onnx"));
        textNetwork = Files.write(folder.resolve("text.onnx"), resource("tiny-clip-text.onnx"));
    }

    @Test
    void pictures_are_scaled_bit_for_bit_as_pillow_does() {
        RECORDED.get("images").forEach(recorded -> {
            int width = recorded.get("resized_width").asInt();
            int height = recorded.get("resized_height").asInt();
            byte[] expected = Base64.getDecoder().decode(recorded.get("resized").asString());

            assertThat(BicubicScale.scale(picture(recorded), width, height))
                    .as(width + " x " + height)
                    .isEqualTo(RgbImage.of(width, height, expected));
        });
    }

    @Test
    void features_are_those_of_the_reference_one_by_one_in_a_batch_and_from_eight_threads() throws Exception {
        List<RgbImage> pictures = new ArrayList<>();
        List<double[]> expected = new ArrayList<>();
        RECORDED.get("images").forEach(recorded -> {
            pictures.add(picture(recorded));
            expected.add(Golden.vector(recorded.get("embedding")));
        });
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (ImageFeatures features = ImageFeatures.load(imageNetwork, TINY)) {
            double[][] batch = features.of(pictures);
            for (int i = 0; i < batch.length; i++) {
                assertThat(batch[i]).as("picture %d", i).containsExactly(expected.get(i), within(1e-5));
                assertThat(features.of(List.of(pictures.get(i)))[0])
                        .as("picture %d", i)
                        .containsExactly(expected.get(i), within(1e-5));
            }
            Callable<double[][]> all = () -> features.of(pictures);
            for (Future<double[][]> run : threads.invokeAll(Collections.nCopies(64, all))) {
                for (int i = 0; i < batch.length; i++) {
                    assertThat(run.get()[i]).containsExactly(expected.get(i), within(1e-5));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void features_of_texts_are_those_of_the_reference() {
        try (TextFeatures features = TextFeatures.load(textNetwork, 12)) {
            RECORDED.get("texts").forEach(recorded -> {
                List<Integer> ids = new ArrayList<>();
                recorded.get("ids").forEach(id -> ids.add(id.asInt()));
                while (ids.get(ids.size() - 1) == 0) {
                    ids.remove(ids.size() - 1);
                }
                assertThat(features.of(List.of(ids))[0])
                        .containsExactly(Golden.vector(recorded.get("embedding")), within(1e-5));
            });
            assertThatThrownBy(() -> features.of(List.of(Collections.nCopies(13, 1))))
                    .hasMessageContaining("cut it");
        }
    }

    @Test
    void whatever_is_wrong_with_a_network_is_said() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.onnx"), "no network");

        assertThatThrownBy(() -> ImageFeatures.load(folder.resolve("none.onnx"), TINY))
                .isInstanceOf(FeatureException.class)
                .hasMessageContaining("give the path");
        assertThatThrownBy(() -> ImageFeatures.load(imageNetwork, TINY, "Absent"))
                .isInstanceOf(FeatureException.class)
                .hasMessageContaining("add ai.djl.onnxruntime:onnxruntime-engine");
        assertThatThrownBy(() -> ImageFeatures.load(broken, TINY))
                .isInstanceOf(FeatureException.class)
                .hasMessageContaining("is no network");
        try (ImageFeatures features = ImageFeatures.load(imageNetwork, Preprocessing.clip(48))) {
            assertThatThrownBy(() -> features.of(List.of(RgbImage.draw(9, 9, (x, y) -> x))))
                    .isInstanceOf(FeatureException.class)
                    .hasMessageContaining("does not take");
        }
    }

    private static RgbImage picture(JsonNode recorded) {
        return RgbImage.of(
                recorded.get("width").asInt(),
                recorded.get("height").asInt(),
                Base64.getDecoder().decode(recorded.get("rgb").asString()));
    }

    private static byte[] resource(String name) {
        try (InputStream in = FeatureTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
