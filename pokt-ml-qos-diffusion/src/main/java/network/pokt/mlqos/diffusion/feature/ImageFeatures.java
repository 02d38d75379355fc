package network.pokt.mlqos.diffusion.feature;

import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.List;
import network.pokt.mlqos.diffusion.image.RgbImage;

/**
 * Features of pictures from a network of the operator's: CLIP's image encoder, Inception-v3's pool, and the like.
 *
 * <pre>{@code
 * try (ImageFeatures clip = ImageFeatures.load(Path.of("clip-vit-l14-image.onnx"), Preprocessing.clip(224))) {
 *     double[] embedding = clip.of(List.of(image))[0];
 * }
 * }</pre>
 *
 * <p>The network's one input is a batch of pictures, N x 3 x size x size, and its first output the features, N rows. Thread-safe;
 * whoever loads it closes it.
 */
public final class ImageFeatures implements AutoCloseable {

    private final OnnxNetwork network;
    private final Preprocessing preprocessing;

    private ImageFeatures(OnnxNetwork network, Preprocessing preprocessing) {
        this.network = network;
        this.preprocessing = preprocessing;
    }

    /**
     * Loads a network. The first load in a process unpacks native code into the folder for temporary files.
     *
     * @throws FeatureException if the engine is not on the class path, or the file is no network
     */
    public static ImageFeatures load(Path onnx, Preprocessing preprocessing) {
        return load(onnx, preprocessing, OnnxNetwork.ENGINE);
    }

    static ImageFeatures load(Path onnx, Preprocessing preprocessing, String engine) {
        return new ImageFeatures(OnnxNetwork.load(onnx, engine), preprocessing);
    }

    /**
     * Returns a row of features for each picture, in their order, all run as one batch.
     *
     * @throws FeatureException if the network takes pictures of another size
     */
    public double[][] of(List<RgbImage> images) {
        if (images.isEmpty()) {
            return new double[0][];
        }
        int size = preprocessing.size();
        int each = 3 * size * size;
        float[] batch = new float[Math.multiplyExact(images.size(), each)];
        for (int i = 0; i < images.size(); i++) {
            System.arraycopy(preprocessing.apply(images.get(i)), 0, batch, i * each, each);
        }
        float[][] rows = network.run(
                (context, file) -> context.getNDManager().create(batch, new Shape(images.size(), 3, size, size)));
        return Doubles.of(rows);
    }

    /** Frees the network; it cannot be used afterwards. */
    @Override
    public void close() {
        network.close();
    }
}
