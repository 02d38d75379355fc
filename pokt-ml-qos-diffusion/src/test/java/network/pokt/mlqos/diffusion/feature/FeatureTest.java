package network.pokt.mlqos.diffusion.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import network.pokt.mlqos.diffusion.image.RgbImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureTest {

    @TempDir
    private Path folder;

    private Path imageNetwork;

    @BeforeEach
    void unpack() throws IOException {
        imageNetwork = TinyClip.imageNetwork(folder);
    }

    @Test
    void pictures_are_scaled_bit_for_bit_as_pillow_does() {
        TinyClip.pictures().forEach(recorded -> {
            RgbImage expected = recorded.resized();
            assertThat(BicubicScale.scale(recorded.image(), expected.width(), expected.height()))
                    .as(expected.toString())
                    .isEqualTo(expected);
        });
    }

    @Test
    void features_are_those_of_the_reference_one_by_one_in_a_batch_and_from_eight_threads() throws Exception {
        List<TinyClip.Picture> recorded = TinyClip.pictures();
        List<RgbImage> pictures = recorded.stream().map(TinyClip.Picture::image).toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try (ImageFeatures features = ImageFeatures.load(imageNetwork, TinyClip.PREPROCESSING)) {
            double[][] batch = features.of(pictures);
            for (int i = 0; i < batch.length; i++) {
                double[] expected = recorded.get(i).embedding();
                assertThat(batch[i]).as("picture %d", i).containsExactly(expected, within(1e-5));
                assertThat(features.of(List.of(pictures.get(i)))[0])
                        .as("picture %d", i)
                        .containsExactly(expected, within(1e-5));
            }
            Callable<double[][]> all = () -> features.of(pictures);
            for (Future<double[][]> run : threads.invokeAll(Collections.nCopies(64, all))) {
                for (int i = 0; i < batch.length; i++) {
                    assertThat(run.get()[i]).containsExactly(recorded.get(i).embedding(), within(1e-5));
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void features_of_texts_are_those_of_the_reference() throws IOException {
        try (TextFeatures features = TextFeatures.load(TinyClip.textNetwork(folder), TinyClip.TOKENS)) {
            TinyClip.texts()
                    .forEach(recorded -> assertThat(features.of(List.of(recorded.ids()))[0])
                            .containsExactly(recorded.embedding(), within(1e-5)));
            assertThatThrownBy(() -> features.of(List.of(Collections.nCopies(TinyClip.TOKENS + 1, 1))))
                    .hasMessageContaining("cut it");
        }
    }

    @Test
    void whatever_is_wrong_with_a_network_is_said() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.onnx"), "no network");

        assertThatThrownBy(() -> ImageFeatures.load(folder.resolve("none.onnx"), TinyClip.PREPROCESSING))
                .isInstanceOf(FeatureException.class)
                .hasMessageContaining("give the path");
        assertThatThrownBy(() -> ImageFeatures.load(imageNetwork, TinyClip.PREPROCESSING, "Absent"))
                .isInstanceOf(FeatureException.class)
                .hasMessageContaining("add ai.djl.onnxruntime:onnxruntime-engine");
        assertThatThrownBy(() -> ImageFeatures.load(broken, TinyClip.PREPROCESSING))
                .isInstanceOf(FeatureException.class)
                .hasMessageContaining("is no network");
        try (ImageFeatures features = ImageFeatures.load(imageNetwork, Preprocessing.clip(48))) {
            assertThatThrownBy(() -> features.of(List.of(RgbImage.draw(9, 9, (x, y) -> x))))
                    .isInstanceOf(FeatureException.class)
                    .hasMessageContaining("does not take");
        }
    }
}
