package network.pokt.mlqos.diffusion.feature;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import network.pokt.mlqos.diffusion.Golden;
import network.pokt.mlqos.diffusion.image.RgbImage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A tiny network of the shape of CLIP with random weights, and what onnxruntime and Pillow made of it in Python. */
public final class TinyClip {

    /** How pictures are made ready for it. */
    public static final Preprocessing PREPROCESSING = Preprocessing.clip(32);

    /** How many tokens its texts have. */
    public static final int TOKENS = 12;

    private static final JsonNode RECORDED = new ObjectMapper().readTree(resource("tiny-clip.json"));

    private TinyClip() {}

    /** What was recorded of one picture. */
    public record Picture(RgbImage image, RgbImage resized, double[] embedding) {}

    /** What was recorded of one text, whose ids are without those that only fill up. */
    public record Text(List<Integer> ids, double[] embedding) {}

    public static List<Picture> pictures() {
        List<Picture> pictures = new ArrayList<>();
        RECORDED.get("images")
                .forEach(recorded -> pictures.add(new Picture(
                        image(recorded, "rgb", ""),
                        image(recorded, "resized", "resized_"),
                        Golden.vector(recorded.get("embedding")))));
        return pictures;
    }

    public static List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        RECORDED.get("texts").forEach(recorded -> {
            List<Integer> ids = new ArrayList<>();
            recorded.get("ids").forEach(id -> {
                if (id.asInt() != 0) {
                    ids.add(id.asInt());
                }
            });
            texts.add(new Text(ids, Golden.vector(recorded.get("embedding"))));
        });
        return texts;
    }

    public static Path imageNetwork(Path folder) throws IOException {
        return Files.write(folder.resolve("image.onnx"), resource("tiny-clip-image.onnx"));
    }

    public static Path textNetwork(Path folder) throws IOException {
        return Files.write(folder.resolve("text.onnx"), resource("tiny-clip-text.onnx"));
    }

    private static RgbImage image(JsonNode recorded, String bytes, String sides) {
        return RgbImage.of(
                recorded.get(sides + "width").asInt(),
                recorded.get(sides + "height").asInt(),
                Base64.getDecoder().decode(recorded.get(bytes).asString()));
    }

    private static byte[] resource(String name) {
        try (InputStream in = TinyClip.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
