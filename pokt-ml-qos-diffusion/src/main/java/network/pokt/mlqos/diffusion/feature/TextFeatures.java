package network.pokt.mlqos.diffusion.feature;

import ai.djl.ndarray.types.Shape;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Features of texts from a network of the operator's, such as CLIP's text encoder, which takes 77 tokens.
 *
 * <p>The network's one input are token ids, N x length, and its first output the features, N rows. Thread-safe; whoever loads it
 * closes it.
 */
public final class TextFeatures implements AutoCloseable {

    private final OnnxNetwork network;
    private final int length;

    private TextFeatures(OnnxNetwork network, int length) {
        this.network = network;
        this.length = length;
    }

    /**
     * Loads a network that takes {@code length} tokens.
     *
     * @throws FeatureException if the engine is not on the class path, or the file is no network
     */
    public static TextFeatures load(Path onnx, int length) {
        return new TextFeatures(OnnxNetwork.load(onnx, OnnxNetwork.ENGINE), length);
    }

    /**
     * Returns a row of features for each text. Its ids include those of beginning and end; shorter texts are filled with zeros.
     *
     * @throws IllegalArgumentException if a text has more ids than the network takes
     */
    public double[][] of(List<List<Integer>> texts) {
        if (texts.isEmpty()) {
            return new double[0][];
        }
        long[] batch = new long[Math.multiplyExact(texts.size(), length)];
        for (int i = 0; i < texts.size(); i++) {
            List<Integer> ids = texts.get(i);
            if (ids.size() > length) {
                throw new IllegalArgumentException("A text of " + ids.size() + " tokens does not fit the network's "
                        + length + "; cut it and keep the last token, which marks the end.");
            }
            long[] own = ids.stream().mapToLong(Integer::longValue).toArray();
            System.arraycopy(Arrays.copyOf(own, length), 0, batch, i * length, length);
        }
        float[][] rows =
                network.run((context, file) -> context.getNDManager().create(batch, new Shape(texts.size(), length)));
        return Doubles.of(rows);
    }

    /** Frees the network; it cannot be used afterwards. */
    @Override
    public void close() {
        network.close();
    }
}
