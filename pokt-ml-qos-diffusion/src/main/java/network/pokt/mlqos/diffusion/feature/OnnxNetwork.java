package network.pokt.mlqos.diffusion.feature;

import ai.djl.MalformedModelException;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.repository.zoo.Criteria;
import ai.djl.repository.zoo.ModelNotFoundException;
import ai.djl.repository.zoo.ZooModel;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslateException;
import ai.djl.translate.TranslatorContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiFunction;

/** A network in an ONNX file: one tensor in, rows of features out. Thread-safe. */
final class OnnxNetwork implements AutoCloseable {

    static final String ENGINE = "OnnxRuntime";

    /** Settings of DJL that keep it from calling anybody, and from looking for engines that are not asked for. */
    private static final String OFFLINE = "ai.djl.offline";

    private static final String NO_OTHER_ENGINE = "ai.djl.onnx.disable_alternative";

    private final Path file;
    private final ZooModel<Feed, float[][]> model;

    /** Makes the tensor that goes in. */
    interface Feed extends BiFunction<TranslatorContext, Path, NDArray> {}

    private OnnxNetwork(Path file, ZooModel<Feed, float[][]> model) {
        this.file = file;
        this.model = model;
    }

    static OnnxNetwork load(Path file, String engine) {
        if (!Files.isRegularFile(file)) {
            throw new FeatureException("There is no network at " + file + "; give the path of an ONNX file.");
        }
        for (String setting : new String[] {OFFLINE, NO_OTHER_ENGINE}) {
            if (System.getProperty(setting) == null) {
                System.setProperty(setting, "true");
            }
        }
        if (!Engine.hasEngine(engine)) {
            throw new FeatureException("The engine " + engine + " is not there to run " + file
                    + "; add ai.djl.onnxruntime:onnxruntime-engine to the class path.");
        }
        Criteria<Feed, float[][]> criteria = Criteria.builder()
                .setTypes(Feed.class, float[][].class)
                .optModelPath(file)
                .optEngine(engine)
                .optTranslator(new Rows(file))
                .build();
        try {
            return new OnnxNetwork(file, criteria.loadModel());
        } catch (IOException | ModelNotFoundException | MalformedModelException | EngineException e) {
            throw new FeatureException("The file " + file + " is no network that " + engine + " can load.", e);
        }
    }

    float[][] run(Feed feed) {
        try (Predictor<Feed, float[][]> predictor = model.newPredictor()) {
            return predictor.predict(feed);
        } catch (TranslateException e) {
            throw new FeatureException(
                    "The network " + file
                            + " does not take what it is given; are the size and the kind of its input right?",
                    e);
        }
    }

    @Override
    public void close() {
        model.close();
    }

    private record Rows(Path file) implements NoBatchifyTranslator<Feed, float[][]> {

        @Override
        public NDList processInput(TranslatorContext context, Feed feed) {
            return new NDList(feed.apply(context, file));
        }

        @Override
        public float[][] processOutput(TranslatorContext context, NDList list) {
            NDArray features = list.get(0);
            long rows = features.getShape().get(0);
            float[] flat = features.toFloatArray();
            int width = (int) (flat.length / rows);
            float[][] result = new float[(int) rows][width];
            for (int row = 0; row < rows; row++) {
                System.arraycopy(flat, row * width, result[row], 0, width);
            }
            return result;
        }
    }
}
